// Keeps the static files and the page shown without a network. Pages and answers of the API are never kept: they belong to somebody.
const SHELL = [__SHELL__];
const CACHE = 'shell-__VERSION__';

self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  // Asked for by nobody: without cookies the page has no name in it.
  await cache.put('/offline', await fetch('/offline', { credentials: 'omit' }));
  await self.skipWaiting();
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && SHELL.includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/offline', { ignoreVary: true })));
  }
});
