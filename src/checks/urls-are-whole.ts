import { defineCheck, type Remark } from '../check.ts';

export default defineCheck({
  name: 'urls-are-whole',
  level: 'warning',
  why: 'An agent opens the addresses that it is given. One with a slip in it leads nowhere or to somebody else, and one without a version leads to another page next year.',
  reads: () => true,

  good: {
    path: '.claude/agents/a.md',
    text: 'See <https://redis.readthedocs.io/en/stable/> and http://localhost:8000/docs.\n',
  },
  bad: {
    path: '.claude/agents/a.md',
    text: 'See https:/redis.io/docs, [the other](www.redis.io/docs) and https://redis-py.readthedocs.io/.\n',
  },

  *remarks({ markdown }) {
    for (const { line, text } of markdown.prose) {
      if (text.length > 10_000) continue;
      const slip = text.includes('://') ? misspelt.exec(text) : null;
      if (slip !== null && text[slip.index - 1] !== '`') {
        yield {
          line,
          column: slip.index + 1,
          says: `\`${slip[0]}\` is no scheme that anything opens.`,
          mend: `Write \`http${/s/i.test(slip[0]) ? 's' : ''}://\`.`,
        };
      }
      if (!/https?[:/]|readthedocs/i.test(text)) continue;
      for (const found of text.matchAll(address)) {
        const { 0: written, index } = found;
        if (text[index - 1] === '`') continue;
        const remark = judge(written.replace(/[.,;:!?'"]+$/, ''));
        if (remark !== undefined) yield { line, column: index + 1, ...remark };
      }
    }
    for (const { to, line, column } of markdown.links) {
      if (!/^www\.[\w-]+\.[a-z]{2,}(?:\/|$)/i.test(to)) continue;
      yield {
        line,
        column,
        says: `\`${to}\` has no scheme, so the link leads to a file of that name.`,
        mend: `Write \`https://${to}\`.`,
      };
    }
  },
});

/** The slips of the pen that `http` and `https` come with. */
const misspelt = /(?<![\w./-])(?:htp|htpp|hptt|htttp|hhttp|httpp|ttp)s?:\/\/(?=\w)/i;

/** Whatever begins like an address, whether it goes on like one or not. */
const address = /(?<![\w./-])https?(?::\/{0,3}|\/\/)[^\s<>()[\]{}"'`|\\]{3,400}/gi;

function judge(url: string): Pick<Remark, 'says' | 'mend' | 'level'> | undefined {
  const slip = /^(https?)(:\/(?!\/)|:\/{3}|:(?!\/)|\/\/)/i.exec(url);
  if (slip !== null) {
    const rest = url.slice(slip[0].length);
    // `https://` alone, and `http:` in a sentence, are no addresses.
    if (!/^[\w-]+(?:\.[\w-]+)+/.test(rest)) return undefined;
    return {
      says: `\`${url.slice(0, 60)}\` is no address: after \`${slip[1]}\` comes \`://\`.`,
      mend: `Write \`${slip[1]}://${rest.slice(0, 60)}\`.`,
    };
  }
  const twice = /^https?:\/\/(https?:\/\/.+)/i.exec(url);
  if (twice !== null)
    return {
      says: `\`${url.slice(0, 60)}\` has its scheme twice.`,
      mend: `Write \`${twice[1]!.slice(0, 60)}\`.`,
    };
  // https://docs.readthedocs.com/platform/stable/versions.html: without one, whatever is the default today
  if (/^https?:\/\/[\w-]+\.readthedocs\.(?:io|org)\/?$/i.test(url))
    return {
      level: 'info',
      says: `\`${url}\` names no version, so it leads to whichever is the default that day.`,
      mend: `Write \`${url.replace(/\/?$/, '/')}en/stable/\`, or the version that you use.`,
    };
  return undefined;
}
