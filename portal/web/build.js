// Makes the three files a page loads: hub.css, hub.js and icons.svg. `--check` compares them with what is committed.
import { readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PurgeCSS } from 'purgecss';
import { transform, browserslistToTargets, Features } from 'lightningcss';
import { minify } from 'terser';

const OUT = new URL('../src/main/resources/static/assets/', import.meta.url);
const TEMPLATES = '../src/main/resources/templates/**/*.html';
const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

// Chinese enterprise browsers run Chromium cores of 2023; Safari 15.6 is the last of iOS 15.
const targets = { chrome: 109 << 16, edge: 109 << 16, firefox: 115 << 16, safari: (15 << 16) | (6 << 8), ios_saf: (15 << 16) | (6 << 8) };

// Colours computed in the browser need a Chromium of 2023 and later; the tokens replace them anyway, so the base colour will do.
function plainColours(css) {
  for (const name of ['color-mix(', 'oklch(']) {
    for (let at = css.indexOf(name); at >= 0; at = css.indexOf(name, at)) {
      let depth = 1, end = at + name.length;
      while (depth > 0) depth += { '(': 1, ')': -1 }[css[end++]] ?? 0;
      const base = css.slice(at, end).match(/var\(--[\w-]+\)/);
      css = css.slice(0, at) + (base ? base[0] : 'currentColor') + css.slice(end);
    }
  }
  return css;
}

async function styles() {
  const tabler = read('node_modules/@tabler/core/dist/css/tabler.css').replace(/^@charset.*$/m, '').replace(/\/\*# sourceMappingURL.*\*\//, '');
  const [purged] = await new PurgeCSS().purge({
    content: [TEMPLATES, 'src/*.js'],
    css: [{ raw: tabler }],
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
    variables: true,
    safelist: { standard: ['html', 'body', 'dialog', 'kbd', 'pre', 'code', 'is-invalid', 'show', 'active', 'disabled'] },
  });
  const { code } = transform({
    filename: 'hub.css',
    code: Buffer.from(plainColours(purged.css) + ['tokens', 'frame', 'components', 'pages'].map((name) => read(`src/${name}.css`)).join('\n')),
    minify: true,
    targets,
    include: Features.LightDark | Features.OklabColors | Features.Nesting,
  });
  return code.toString();
}

async function script() {
  const own = await minify(['hub', 'device', 'draft'].map((name) => read(`src/${name}.js`)).join('\n'), { module: false });
  return [read('node_modules/htmx.org/dist/htmx.min.js'), read('node_modules/htmx.org/dist/ext/hx-sse.min.js'), own.code]
    .map((part) => part.replace(/\/\/# sourceMappingURL.*$/m, '').trim())
    .join('\n') + '\n';
}

function sprite() {
  const names = JSON.parse(read('src/icons.json'));
  const symbols = Object.entries(names).map(([id, icon]) => {
    const svg = read(`node_modules/@tabler/icons/icons/outline/${icon}.svg`);
    const body = svg.replace(/<!--[\s\S]*?-->/g, '').match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, '');
    return `<symbol id="${id}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${body}</symbol>`;
  });
  const mark = read('src/mark.svg').match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
  return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mark" viewBox="0 0 28 28">${mark}</symbol>${symbols.join('')}</svg>\n`;
}

const files = { 'hub.css': await styles(), 'hub.js': await script(), 'icons.svg': sprite(), 'mark.svg': read('src/mark.svg'), 'manifest.json': read('src/manifest.json') };
const budget = { 'hub.css': 35, 'hub.js': 28, 'icons.svg': 6, 'mark.svg': 1, 'manifest.json': 1 };
mkdirSync(OUT, { recursive: true });
let failed = false;
for (const [name, content] of Object.entries(files)) {
  const size = gzipSync(content).length / 1024;
  console.log(`${name} ${size.toFixed(1)} KB gzip (budget ${budget[name]})`);
  if (size > budget[name]) failed = true;
  const path = new URL(name, OUT);
  if (process.argv.includes('--check')) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) {
      console.error(`${name} is not what the sources make: run "npm run build" and commit it`);
      failed = true;
    }
  } else {
    writeFileSync(path, content);
  }
}
process.exit(failed ? 1 : 0);
