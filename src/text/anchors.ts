import type { Markdown } from './markdown.ts';

/** The text of a link without its `%20`; as it is where that is no encoding. */
export const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** https://docs.github.com/en/get-started/writing-on-github: links to headings. Signs in front differ by reader. */
export function hasAnchor(
  { markdown, text }: { readonly markdown: Markdown; readonly text: string },
  anchor: string,
): boolean {
  const wanted = loose(decoded(anchor).toLowerCase());
  if (wanted === '' || wanted === 'top' || /^l\d+/.test(wanted)) return true;
  if (anchorsIn(markdown).has(wanted)) return true;
  return [...text.matchAll(/\b(?:id|name)=["']([^"']+)["']|\{#([\w-]+)\}/g)].some(
    (each) => loose((each[1] ?? each[2])!.toLowerCase()) === wanted,
  );
}

/** Where links can lead to: each heading, and with a number where one stands again. Made once for each file. */
function anchorsIn(markdown: Markdown): ReadonlySet<string> {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  const slugs = new Map<string, number>();
  const anchors = new Set<string>();
  for (const heading of markdown.headings) {
    const slug = loose(slugOf(heading.text));
    const times = slugs.get(slug) ?? 0;
    slugs.set(slug, times + 1);
    anchors.add(times > 0 ? `${slug}-${times}` : slug);
  }
  cache.set(markdown, anchors);
  return anchors;
}

const cache = new WeakMap<Markdown, ReadonlySet<string>>();

const slugOf = (heading: string) =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const loose = (slug: string) =>
  slug
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
