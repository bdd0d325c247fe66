/** One attempt of a document to reach the network or a file. `id` is the path it would be seen under at the sink. */
export interface HostileVector {
  readonly id: string;
  readonly html: string;
  /** The browser goes there by itself instead of loading a part of the page: only request interception stops these. */
  readonly navigates?: true;
}

/** Attempts that need no script and no answer. `at` gives the sink's address for an id. */
export function hostileVectors(at: (id: string) => string, file: string): HostileVector[] {
  const vectors: HostileVector[] = [];
  const add = (id: string, html: (address: string) => string, navigates?: true): void => {
    vectors.push({ id, html: html(at(id)), ...(navigates && { navigates }) });
  };
  add('img', (url) => `<img src="${url}">`);
  add('img-srcset', (url) => `<img srcset="${url} 1x" src="data:,">`);
  add('picture', (url) => `<picture><source srcset="${url}"><img src="data:,"></picture>`);
  add('input-image', (url) => `<input type="image" src="${url}">`);
  add('svg-image', (url) => `<svg width="9" height="9"><image href="${url}" width="9" height="9"/></svg>`);
  add('svg-image-xlink', (url) => `<svg width="9" height="9"><image xlink:href="${url}" width="9" height="9"/></svg>`);
  add('svg-use', (url) => `<svg width="9" height="9"><use href="${url}#a"/></svg>`);
  add('svg-fe-image', (url) => `<svg width="9" height="9"><filter id="f"><feImage href="${url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`);
  add('svg-filter', (url) => `<svg width="9" height="9"><rect width="9" height="9" filter="url(${url}#f)"/></svg>`);
  add('svg-mask', (url) => `<svg width="9" height="9"><rect width="9" height="9" mask="url(${url}#m)"/></svg>`);
  add('svg-fill', (url) => `<svg width="9" height="9"><rect width="9" height="9" fill="url(${url}#m)"/></svg>`);
  add('svg-script', (url) => `<svg><script href="${url}"></script></svg>`);
  add('svg-style', (url) => `<svg width="9" height="9"><style>.sv{background:url(${url})}</style><foreignObject width="9" height="9"><div class="sv">x</div></foreignObject></svg>`);
  add('svg-animate', (url) => `<svg width="9" height="9"><image width="9" height="9"><set attributeName="href" to="${url}"/></image></svg>`);
  add('video', (url) => `<video src="${url}" autoplay></video>`);
  add('video-poster', (url) => `<video poster="${url}"></video>`);
  add('video-source', (url) => `<video autoplay><source src="${url}"></video>`);
  add('video-track', (url) => `<video autoplay src="data:,"><track default src="${url}"></video>`);
  add('audio', (url) => `<audio src="${url}" autoplay></audio>`);
  add('iframe', (url) => `<iframe src="${url}"></iframe>`);
  add('iframe-srcdoc', (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`);
  add('iframe-srcdoc-refresh', (url) => `<iframe srcdoc="<meta http-equiv='refresh' content='0;url=${url}'>"></iframe>`);
  add('iframe-data', (url) => `<iframe src="data:text/html,<img src='${url}'>"></iframe>`);
  add('iframe-javascript', (url) => `<iframe src="javascript:location='${url}'"></iframe>`);
  add('frameset-frame', (url) => `<iframe srcdoc="<frameset><frame src='${url}'></frameset>"></iframe>`);
  add('object', (url) => `<object data="${url}"></object>`);
  add('object-typed', (url) => `<object data="${url}" type="text/html"></object>`);
  add('embed', (url) => `<embed src="${url}">`);
  add('embed-svg', (url) => `<embed src="${url}" type="image/svg+xml">`);
  add('portal', (url) => `<portal src="${url}"></portal>`);
  add('body-background', (url) => `<body background="${url}">`);
  add('table-background', (url) => `<table background="${url}"><tr><td>x</table>`);
  add('td-background', (url) => `<table><tr><td background="${url}">x</table>`);
  add('style-background', (url) => `<p style="background:url(${url})">x</p>`);
  add('style-image-set', (url) => `<p style="background:image-set(url(${url}) 1x)">x</p>`);
  add('style-list', (url) => `<ul><li style="list-style-image:url(${url})">x</ul>`);
  add('style-content', (url) => `<p style="content:url(${url})">x</p>`);
  add('style-cursor', (url) => `<p style="cursor:url(${url}),auto">x</p>`);
  add('style-border', (url) => `<p style="border:9px solid;border-image:url(${url}) 9">x</p>`);
  add('style-mask', (url) => `<p style="mask-image:url(${url})">x</p>`);
  add('style-shape', (url) => `<p style="float:left;shape-outside:url(${url})">x</p>`);
  add('style-filter', (url) => `<p style="filter:url(${url}#f)">x</p>`);
  add('style-variable', (url) => `<p style="--u:url(${url});background:var(--u)">x</p>`);
  add('style-page-margin', (url) => `<style>@page{@top-left{content:url(${url})}}</style>`);
  add('style-element', (url) => `<style>.se{background:url(${url})}</style><p class="se">x</p>`);
  add('style-before', (url) => `<style>.sb::before{content:url(${url})}</style><p class="sb">x</p>`);
  add('style-import', (url) => `<style>@import url(${url});</style>`);
  add('style-import-string', (url) => `<style>@import "${url}";</style>`);
  add('style-import-layer', (url) => `<style>@import url(${url}) layer(x) supports(display:grid);</style>`);
  add('style-font', (url) => `<style>@font-face{font-family:h;src:url(${url})}.sf{font-family:h}</style><p class="sf">x</p>`);
  add('style-media', (url) => `<style>@media print{.sm{background:url(${url})}}</style><p class="sm">x</p>`);
  add('link-stylesheet', (url) => `<link rel="stylesheet" href="${url}">`);
  add('link-alternate', (url) => `<link rel="alternate stylesheet" title="a" href="${url}">`);
  add('link-icon', (url) => `<link rel="icon" href="${url}">`);
  add('link-preload-image', (url) => `<link rel="preload" as="image" href="${url}">`);
  add('link-preload-font', (url) => `<link rel="preload" as="font" crossorigin href="${url}">`);
  add('link-preload-fetch', (url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`);
  add('link-modulepreload', (url) => `<link rel="modulepreload" href="${url}">`);
  add('link-prefetch', (url) => `<link rel="prefetch" href="${url}">`);
  add('link-prerender', (url) => `<link rel="prerender" href="${url}">`);
  add('link-preconnect', (url) => `<link rel="preconnect" href="${url}">`);
  add('link-dns-prefetch', (url) => `<link rel="dns-prefetch" href="${url}">`);
  add('link-manifest', (url) => `<link rel="manifest" href="${url}">`);
  add('link-import', (url) => `<link rel="import" href="${url}">`);
  add('speculation-rules', (url) => `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${url}"]}]}</script>`);
  add('script', (url) => `<script src="${url}"></script>`);
  add('script-module', (url) => `<script type="module" src="${url}"></script>`);
  add('base', (url) => `<base href="${url}/"><img src="relative">`);
  add('meta-refresh', (url) => `<meta http-equiv="refresh" content="0;url=${url}">`, true);
  add('meta-link', (url) => `<meta http-equiv="link" content="<${url}>; rel=preload; as=image">`);
  add('form-autofocus', (url) => `<form action="${url}"><input autofocus onfocus="this.form.submit()"></form>`);
  add('a-ping', (url) => `<a href="#x" ping="${url}">x</a>`);
  for (const [name, url] of Object.entries({ file: `file://${file}`, source: `view-source:file://${file}`, chrome: 'chrome://version', remote: `file://localhost${file}` })) {
    vectors.push(
      { id: `iframe-${name}`, html: `<iframe src="${url}" width="600" height="200"></iframe>` },
      { id: `object-${name}`, html: `<object data="${url}" type="text/plain" width="600" height="200"></object>` },
      { id: `import-${name}`, html: `<style>@import url("${url}");</style><link rel="stylesheet" href="${url}">` },
      { id: `refresh-${name}`, html: `<meta http-equiv="refresh" content="0;url=${url}">`, navigates: true },
    );
  }
  return vectors;
}

/** Attempts that need a script to run. */
export function scriptedVectors(at: (id: string) => string): HostileVector[] {
  const scripts: Record<string, (url: string) => string> = {
    'js-fetch': (url) => `fetch(${JSON.stringify(url)},{mode:'no-cors'})`,
    'js-beacon': (url) => `navigator.sendBeacon(${JSON.stringify(url)})`,
    'js-xhr': (url) => `x=new XMLHttpRequest();x.open('GET',${JSON.stringify(url)});x.send()`,
    'js-websocket': (url) => `new WebSocket(${JSON.stringify(url.replace('http', 'ws'))})`,
    'js-event-source': (url) => `new EventSource(${JSON.stringify(url)})`,
    'js-image': (url) => `new Image().src=${JSON.stringify(url)}`,
    'js-worker': (url) => `new Worker(URL.createObjectURL(new Blob(['fetch("${url}",{mode:"no-cors"})'])))`,
  };
  return [
    ...Object.entries(scripts).map(([id, script]) => ({ id, html: `<script>${script(at(id))}</script>` })),
    { id: 'js-onerror', html: `<img src="data:," onerror="fetch('${at('js-onerror')}',{mode:'no-cors'})">` },
    { id: 'js-onload', html: `<svg onload="fetch('${at('js-onload')}',{mode:'no-cors'})"></svg>` },
    { id: 'js-location', html: `<script>location=${JSON.stringify(at('js-location'))}</script>`, navigates: true },
  ];
}
