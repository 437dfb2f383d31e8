import { describe, expect, it } from 'vitest';
import { robotsText, sitemapFiles } from '#pipeline/publish-sitemap.ts';
import { day } from '../support/facts.ts';

const SITE = 'https://exemple.fr';
const entries = [
  { path: '/', since: day('2026-09-01') },
  { path: '/employeurs/111111111', since: day('2026-01-02') },
  { path: '/employeurs/222222222', since: day('2026-05-06') },
  { path: '/employeurs/333333333', since: day('2026-03-04') },
];

describe('sitemapFiles', () => {
  it('splits employers by the limit and dates each file by its latest page', () => {
    const files = sitemapFiles(entries, SITE, 2);
    expect([...files.keys()].sort()).toEqual([
      'sitemap.xml', 'sitemaps/employeurs-1.xml', 'sitemaps/employeurs-2.xml', 'sitemaps/pages-1.xml',
    ]); // prettier-ignore
    expect(files.get('sitemaps/employeurs-1.xml')).toContain(
      '<url><loc>https://exemple.fr/employeurs/111111111</loc><lastmod>2026-01-02</lastmod></url>',
    );
    expect(files.get('sitemap.xml')).toContain(
      '<sitemap><loc>https://exemple.fr/sitemaps/employeurs-1.xml</loc><lastmod>2026-05-06</lastmod></sitemap>',
    );
  });

  it('says no date where none is known', () => {
    const files = sitemapFiles([{ path: '/stats', since: null }], SITE);
    expect(files.get('sitemaps/pages-1.xml')).toContain('<url><loc>https://exemple.fr/stats</loc></url>');
    expect(files.get('sitemap.xml')).toContain(
      '<sitemap><loc>https://exemple.fr/sitemaps/pages-1.xml</loc></sitemap>',
    );
  });

  it('is an empty index without pages', () => {
    expect([...sitemapFiles([], SITE).keys()]).toEqual(['sitemap.xml']);
  });
});

it('robots.txt names the sitemap', () => {
  expect(robotsText(SITE)).toContain('Sitemap: https://exemple.fr/sitemap.xml');
});
