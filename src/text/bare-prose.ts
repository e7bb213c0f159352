/**
 * A line of prose with blanks in the place of its code, so that columns stay what they are. A line
 * that no person wrote is passed by: what is set in 10,000 characters is data.
 */
export const bareProse = (text: string): string => {
  if (text.length > 10_000 || isIndentedCode.test(text)) return '';
  if (!/[`<]/.test(text)) return text;
  return text.replace(/(`+)(?!`).*?[^`]\1(?!`)|<(code|pre)>.*?<\/\2>/g, (code) =>
    ' '.repeat(code.length),
  );
};

/** Four blanks make code of a line, unless it goes on with a list. */
const isIndentedCode = /^(?: {4}|\t)\s*(?![-*+\d]|\s)/;
