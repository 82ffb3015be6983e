"""As much of the library of that name as programs in tests need: answers take their time."""

import asyncio


class Response:
    def __init__(self, url):
        self.url = url
        self.text = f"text of {url}"
        self.status_code = 200

    def raise_for_status(self):
        return self

    def json(self):
        return {"url": self.url}


class AsyncClient:
    def __init__(self, **options):
        self.options = options

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None

    async def get(self, url, **options):
        await asyncio.sleep(0.2)
        return Response(url)

    async def request(self, method, url, **options):
        return await self.get(url)

    post = put = patch = delete = head = options = get
