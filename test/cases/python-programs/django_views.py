import time

import requests
from asgiref.sync import async_to_sync, sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer, WebsocketConsumer
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.db import models, transaction
from django.http import JsonResponse
from django.views import View


class Article(models.Model):
    title = models.CharField(max_length=100)

    @classmethod
    def newest(cls):
        return cls.objects.order_by("-id").first()


def sync_view(request):
    time.sleep(1)
    return JsonResponse({"n": Article.objects.count()})


async def async_view(request):
    count = Article.objects.count()  # expect: blocking-io
    return JsonResponse({"n": count})


async def good_view(request):
    count = await Article.objects.acount()
    async for article in Article.objects.all():
        print(article)
    return JsonResponse({"n": count})


async def get_view(request, pk):
    article = Article.objects.get(pk=pk)  # expect: blocking-io
    article.save()  # expect: blocking-io
    newest = Article.newest()  # expect: blocking-io
    return JsonResponse({"t": article.title, "n": newest})


async def in_threads(request):
    article = await sync_to_async(Article.objects.get)(pk=1)
    newest = await sync_to_async(Article.newest)()
    return JsonResponse({"a": article, "n": newest})


@sync_to_async
def load():
    return list(Article.objects.all())


async def loads(request):
    return JsonResponse({"a": await load()})


async def iterates(request):
    titles = [article.title for article in Article.objects.filter(title="x")]  # expect: blocking-io python:django.db.models.Model.objects.__iter__
    return JsonResponse({"t": titles})


class AsyncArticles(View):
    async def get(self, request):
        user = User.objects.get(pk=1)  # expect: blocking-io
        return JsonResponse({"u": user})


class SyncArticles(View):
    def get(self, request):
        return requests.get("http://x")


class Chat(AsyncWebsocketConsumer):
    async def receive(self, text_data=None):
        time.sleep(1)  # expect: blocking-sleep
        await self.send(text_data)


class SyncChat(WebsocketConsumer):
    def receive(self, text_data=None):
        time.sleep(1)
        self.send(text_data)


class Command(BaseCommand):
    def handle(self, *args, **options):
        time.sleep(1)
        async_to_sync(self.work)()

    async def work(self):
        await Article.objects.acount()


async def caches(request):
    cache.set("a", 1)  # expect: blocking-io
    await cache.aset("a", 1)
    with transaction.atomic():
        pass
    return JsonResponse({})
