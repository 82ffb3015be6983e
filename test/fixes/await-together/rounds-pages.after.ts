async function load(url: string): Promise<{ title: string }> {
  const response = await fetch(url);
  return response.json();
}

export class Pages {
  titles: string[] = [];
  seen = 0;

  async load(urls: string[]): Promise<void> {
    for (const url of urls) {
      const page = await load(url);
      this.titles.push(page.title);
      this.seen += 1;
    }
  }
}

export async function nested(groups: string[][]): Promise<string[]> {
  const titles: string[] = [];
  for (const group of groups) {
    const items = [...group];
    for (let start = 0; start < items.length; start += 10) {
      const results = await Promise.all(
        items.slice(start, start + 10).map(async (url) => {
          const { title } = await load(url);
          return title;
        }),
      );
      titles.push(...results);
    }
  }
  return titles;
}
