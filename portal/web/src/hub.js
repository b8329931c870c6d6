/* What HTML and htmx do not do by themselves: shortcuts, dialogs, double clicks, live updates, copying. */
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (target) => target.closest('input, textarea, select, [contenteditable]');

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (opener) {
      event.preventDefault();
      const dialog = document.getElementById(opener.dataset.open);
      dialog.showModal();
      return;
    }
    const closer = event.target.closest('[data-close]');
    if (closer) {
      closer.closest('dialog')?.close();
      closer.closest('.hub-toast')?.remove();
      return;
    }
    if (event.target.matches('dialog')) event.target.close();
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      navigator.clipboard?.writeText(copy.dataset.copy).then(() => announce(copy.dataset.done));
    }
    const only = event.target.closest('[data-timeline]');
    if (only) {
      const list = document.getElementById(only.dataset.timeline);
      const business = list.dataset.only !== 'business';
      list.dataset.only = business ? 'business' : '';
      only.setAttribute('aria-pressed', String(business));
    }
  });

  // A second click while the first is on its way does nothing; the engine would refuse it anyway.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'dialog' || form.matches('[data-search]')) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    $$('button', form).forEach((button) => button.setAttribute('aria-disabled', 'true'));
  });
  addEventListener('pageshow', () => $$('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    $$('button', form).forEach((button) => button.removeAttribute('aria-disabled'));
  }));

  document.addEventListener('change', (event) => {
    if (event.target.closest('[data-submit]')) event.target.form.requestSubmit();
    const toggle = event.target.closest('[data-reveals]');
    if (toggle) reveal(toggle.form);
  });
  // Fields that only matter for one answer are shown with it: data-shown-for="name=value".
  const reveal = (form) => $$('[data-shown-for]', form ?? document).forEach((element) => {
    const [name, ...values] = element.dataset.shownFor.split('=');
    const chosen = new FormData(element.closest('form')).get(name);
    element.hidden = !values.join('=').split('|').includes(chosen);
    $$('input, select, textarea', element).forEach((field) => { field.disabled = element.hidden; });
  });
  reveal();

  // A narrow search field says less, rather than half.
  const narrow = matchMedia('(max-width: 767.98px)');
  const hint = () => $$('[data-short]').forEach((field) => {
    field.dataset.long ??= field.placeholder;
    field.placeholder = narrow.matches ? field.dataset.short : field.dataset.long;
  });
  narrow.addEventListener('change', hint);
  hint();

  let leader = false;
  document.addEventListener('keydown', (event) => {
    const search = $('[data-global-search]');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && search) {
      event.preventDefault();
      search.focus();
      search.select();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $('dialog[open]')) return;
    if (leader) {
      leader = false;
      const target = $(`[data-go="${CSS.escape(event.key)}"]`);
      if (target) location.href = target.href;
      return;
    }
    const rows = $$('.hub-row-link');
    const at = rows.indexOf(document.activeElement);
    if (event.key === 'g') { leader = true; setTimeout(() => { leader = false; }, 1200); }
    else if (event.key === '/') { const field = $('[data-list-search]') ?? search; if (field) { event.preventDefault(); field.focus(); } }
    else if (event.key === '?') $('#shortcuts')?.showModal();
    else if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus();
  });

  function announce(text) {
    const region = $('#announcer');
    if (region) region.textContent = text;
  }

  // One connection per tab. An event names what changed; a part of the page that shows it asks for itself again.
  const live = $('[data-live-state]');
  const state = (value) => { if (live) { live.dataset.state = value; live.title = live.dataset[value]; $('span', live).textContent = live.dataset[value]; } };
  document.addEventListener('htmx:sse:after:connection', () => state('open'));
  document.addEventListener('htmx:sse:error', () => state('closed'));
  document.addEventListener('htmx:sse:close', () => state('closed'));
  const pending = new Set();
  let timer;
  document.addEventListener('changed', (event) => {
    const names = String(event.detail?.data ?? '').split(' ');
    $$('[data-live]').forEach((element) => {
      if (element.dataset.live.split(' ').some((name) => names.includes(name))) pending.add(element);
    });
    clearTimeout(timer);
    timer = setTimeout(() => {
      pending.forEach((element) => {
        // Never replace what somebody is filling in.
        const area = element.hasAttribute('hx-target') ? $(element.getAttribute('hx-target')) : element;
        if (element.isConnected && !area.contains(document.activeElement?.closest('form:not([data-search])')) && !$('dialog[open]')) htmx.trigger(element, 'refresh');
      });
      pending.clear();
    }, 300);
  });

  // Chinese is composed: searching waits until the word is there.
  let composing = false;
  document.addEventListener('compositionstart', () => { composing = true; });
  document.addEventListener('compositionend', (event) => { composing = false; event.target.dispatchEvent(new Event('input', { bubbles: true })); });
  document.addEventListener('input', (event) => {
    if (composing) event.stopPropagation();
  }, true);

  $$('.hub-toast[data-tone="ok"]').forEach((toast) => setTimeout(() => toast.remove(), 6000));
  const summary = $('[data-error-summary]');
  if (summary) summary.focus();
})();
