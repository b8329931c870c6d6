/* Forms marked data-draft are kept in the browser (IndexedDB) while they are filled in. What could not be sent for want of a network is sent again,
   under the same request id, so that it takes effect once. Signing out forgets them. */
(() => {
  'use strict';
  const user = document.body.dataset.user;
  if (!('indexedDB' in window)) return;
  const database = new Promise((resolve, reject) => {
    const request = indexedDB.open('drafts', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const run = (mode, work) => database.then((db) => new Promise((resolve, reject) => {
    const transaction = db.transaction('drafts', mode);
    const request = work(transaction.objectStore('drafts'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  }));
  const put = (draft) => run('readwrite', (store) => store.put(draft));
  const remove = (key) => run('readwrite', (store) => store.delete(key));
  const mine = () => run('readonly', (store) => store.getAll()).then((all) => all.filter((draft) => draft.user === user));

  document.addEventListener('submit', (event) => {
    if (event.target.getAttribute('action')?.endsWith('/sign-out')) run('readwrite', (store) => store.clear()).catch(() => {});
  });
  if (!user) return;

  const form = document.querySelector('form[data-draft]');
  const note = document.querySelector('[data-draft-note]');
  const say = (text) => {
    if (note) { note.hidden = false; note.querySelector('[data-draft-text]').textContent = text; }
    const region = document.getElementById('announcer');
    if (region) region.textContent = text;
  };
  const key = form && `${user} ${form.dataset.draft}`;
  const read = (state) => ({
    key, user, state, url: form.getAttribute('action'), page: location.href, at: Date.now(),
    fields: [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string'),
  });

  if (form) {
    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => put(read('draft')).catch(() => {}), 400);
    });
    form.addEventListener('submit', (event) => {
      clearTimeout(timer);
      put(read('waiting')).catch(() => {});
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        say(note.dataset.waiting);
      }
    }, true);
    document.querySelector('[data-draft-discard]')?.addEventListener('click', () => remove(key).then(() => location.reload()));
    mine().then((all) => {
      const draft = all.find((one) => one.key === key);
      if (!draft || document.querySelector('[data-error-summary]')) return;
      // What is expected has changed since: the draft is of other lines.
      const lines = (fields) => fields.filter(([name]) => name.startsWith('line-')).map(([, value]) => value).join();
      if (lines(draft.fields) !== lines(read('draft').fields)) { remove(key); return; }
      for (const [name, value] of draft.fields) {
        const field = form.elements[name];
        if (field && field.type !== 'file') field.value = value;
      }
      say(draft.state === 'waiting' ? note.dataset.waiting : note.dataset.kept);
    }).catch(() => {});
  }

  let sending = false;
  async function send() {
    const token = document.querySelector('input[name=_csrf]')?.value;
    if (sending || !navigator.onLine || !token) return;
    sending = true;
    try {
      for (const draft of await mine()) {
        if (draft.state !== 'waiting') continue;
        const body = new FormData();
        draft.fields.forEach(([name, value]) => body.append(name, value));
        body.append('_csrf', token);
        const response = await fetch(draft.url, { method: 'POST', body });
        if (response.redirected && !response.url.includes('/sign-in')) {
          await remove(draft.key);
          if (key === draft.key) location.assign(response.url);
        } else if (response.status === 409 || response.status === 422 || response.status === 404) {
          await put({ ...draft, state: 'draft' });
          if (key === draft.key) say(note.dataset.refused);
        }
      }
    } catch {
      // The network is gone again: the next time.
    } finally {
      sending = false;
    }
  }
  addEventListener('online', send);
  // What came back with errors is not sent again by itself.
  if (form && document.querySelector('[data-error-summary]')) put(read('draft')).catch(() => {});
  else send();
})();
