// Brings the style sheets that the page's address names, before the page is drawn, as a site would have them:
// host.html?bootstrap-3, host.html?unset+rem. The names are those that the server serves at /test/hosts/.

for (const name of location.search.slice(1).split("+").filter(Boolean)) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `/test/hosts/${name}.css`;
  link.dataset.host = name;
  document.head.append(link);
}
