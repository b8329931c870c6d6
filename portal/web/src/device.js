/* What a phone can do: keep the shell for when there is no network, and read codes by its camera. */
(() => {
  'use strict';
  if ('serviceWorker' in navigator && document.body.dataset.worker) navigator.serviceWorker.register(document.body.dataset.worker).catch(() => {});

  const offline = document.querySelector('[data-offline]');
  const show = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener('online', show);
  addEventListener('offline', show);
  show();

  const button = document.querySelector('[data-scan]');
  if (!button || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  button.hidden = false;
  const view = document.querySelector('[data-scan-view]');
  const field = document.getElementById(button.dataset.scan);
  let stream;
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    view.hidden = true;
  };
  button.addEventListener('click', async () => {
    if (stream) { stop(); return; }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      document.getElementById('announcer').textContent = button.dataset.denied;
      field.focus();
      return;
    }
    view.hidden = false;
    view.srcObject = stream;
    await view.play();
    const detector = new BarcodeDetector({ formats: ['code_128', 'ean_13', 'ean_8', 'itf', 'qr_code', 'data_matrix'] });
    while (stream) {
      const [found] = await detector.detect(view).catch(() => []);
      if (found) {
        stop();
        field.value = found.rawValue;
        field.form.requestSubmit();
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  });
  addEventListener('pagehide', stop);
})();
