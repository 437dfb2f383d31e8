import { Feed } from 'feed';

type About = {
  title: string;
  description: string;
  copyright: string;
  /** Path of the page the feed is about. */
  page: string;
  /** Path of the feed itself; that of the page and `.atom` when absent. */
  self?: string;
  site: URL | string;
  updated: Date;
};

/** A feed of this site, without entries yet. */
export function openFeed({ title, description, copyright, page, self, site, updated }: About): Feed {
  const atom = new URL(self ?? `${page}.atom`, site).href;
  return new Feed({
    id: atom,
    link: new URL(page, site).href,
    title,
    description,
    language: 'fr',
    copyright,
    updated,
    generator: 'Star finder',
    author: { name: 'Star finder' },
    feedLinks: { atom },
  });
}

export const answerFeed = (feed: Feed): Response =>
  new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
