/** Agent files to check: one of which there is nothing to say, and one with an error on its third line. */
export const good =
  '---\nname: tester\ndescription: Writes tests. Use when code changes.\ntools: Read\n---\n\nI write tests.\n';

/** A link that leads nowhere: `error 8:5`. */
export const bad = (name = 'tester') =>
  `---\nname: ${name}\ndescription: Writes tests. Use when code changes.\ntools: Read\n---\n\nI write tests.\nSee [the rules](rules.md).\n`;

/** A list that is none, which `--fix` mends: `warning 7:1`. */
export const mendable = good.replace('I write tests.\n', '✅ Write tests\n✅ Run them\n');
