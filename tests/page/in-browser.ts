/** What is asked of a page inside the browser; each is an expression that gives the list of what is wrong. */

/** Kept from the first moment on: what the content security policy refused. */
export const keepViolations = `
  window.refused = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(violatedDirective + ' ' + blockedURI));
`;

export const violations = 'window.refused';

/** One first heading; tables with headings that tell what they head; buttons, fields, links and pictures with a name. */
export const unnamed = `(() => {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const nameOf = (element) => (element.getAttribute('aria-label') || element.textContent || '').trim();
  if (all('h1').length !== 1) wrong.push(all('h1').length + ' first headings');
  if (!document.documentElement.lang) wrong.push('no language');
  if (all('main').length !== 1) wrong.push('not one main part');
  for (const table of all('table')) if (!table.querySelector('thead th')) wrong.push('a table without headings');
  for (const heading of all('th')) if (!heading.scope) wrong.push('a heading without a scope: ' + heading.textContent);
  for (const named of all('button, a, [role=img], summary')) if (!nameOf(named)) wrong.push('no name: ' + named.outerHTML.slice(0, 80));
  for (const field of all('input, select')) if (!field.labels.length) wrong.push('a field without a label');
  const ids = all('[id]').map(({ id }) => id);
  wrong.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'twice: ' + id));
  return wrong;
})()`;

/** Text, also what stands in an empty field, whose contrast to its ground is under 4.5 : 1 (WCAG 2 AA). */
export const faint = `(() => {
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parts(getComputedStyle(at).backgroundColor);
      if (alpha > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const wrong = new Set();
  for (const field of document.querySelectorAll('input[placeholder]')) {
    const [a, b] = [light(parts(getComputedStyle(field, '::placeholder').color)), light(groundOf(field))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) wrong.add(contrast.toFixed(2) + ' ' + field.placeholder);
  }
  for (const element of document.querySelectorAll('body *')) {
    const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!speaks || !element.checkVisibility({ visibilityProperty: true })) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(groundOf(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) wrong.add(contrast.toFixed(2) + ' ' + element.className + ' ' + element.textContent.slice(0, 30));
  }
  return [...wrong];
})()`;

/** How far the page reaches beyond its window to the right. */
export const overflow = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';
