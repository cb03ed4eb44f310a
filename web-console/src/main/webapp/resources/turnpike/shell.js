/* The little the pages do by themselves. No inline handlers: the page's policy forbids them. */
(() => {
  'use strict';

  const root = document.documentElement;
  const year = 60 * 60 * 24 * 365;
  const remember = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=${root.dataset.base}; Max-Age=${year}; SameSite=Lax${secure}`;
  };

  const on = {
    theme(button) {
      root.dataset.theme = button.value;
      remember('turnpike-theme', button.value);
      for (const other of button.parentElement.children) other.setAttribute('aria-pressed', other === button);
      document.dispatchEvent(new Event('turnpike:theme'));
    },
    menu(button) {
      const open = button.closest('.rail').classList.toggle('open');
      button.setAttribute('aria-expanded', open);
    },
    swap(button) {
      const card = button.closest('.card');
      const showTable = button.getAttribute('aria-pressed') !== 'true';
      card.querySelector('.as-chart').hidden = showTable;
      card.querySelector('.as-table').hidden = !showTable;
      button.setAttribute('aria-pressed', showTable);
      button.textContent = showTable ? 'Show as chart' : 'Show as table';
    },
    async copy(button) {
      const secret = button.closest('.secret, .copying, .snippet').querySelector('code');
      try {
        await navigator.clipboard.writeText(secret.textContent);
        button.textContent = 'Copied';
      } catch {
        // Plain-HTTP intranets have no clipboard API: select it, so that Ctrl+C does it.
        getSelection().selectAllChildren(secret);
        button.textContent = 'Press Ctrl+C';
      }
    },
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) on[button.dataset.do](button);
  });

  // What another tab may have changed is asked for again when somebody comes back.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) document.querySelector('[data-fresh]')?.click();
  });

  // Time zones: the list is the browser's own, filled when somebody looks at it.
  const zones = document.getElementById('zone');
  zones?.addEventListener('focus', () => {
    const known = new Set([...zones.options].map(option => option.value));
    for (const name of Intl.supportedValuesOf('timeZone')) if (!known.has(name)) zones.add(new Option(name.replaceAll('_', ' '), name));
  }, { once: true });
  zones?.addEventListener('change', () => {
    remember('turnpike-zone', zones.value);
    location.reload();
  });

  // A tenant list that is long gets narrower while one types.
  document.getElementById('tenant-filter')?.addEventListener('input', event => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const link of document.querySelectorAll('#tenants a')) link.hidden = !link.textContent.toLowerCase().includes(wanted);
  });

  // Beside a number of seconds stands how long that is, as the server writes it (TermsInWords), while one types.
  const life = seconds => [[Math.floor(seconds / 3600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']]
    .filter(([count]) => count > 0).map(part => part.join(' ')).join(' ');
  document.addEventListener('input', event => {
    const said = event.target.closest('.measured')?.querySelector('[data-life]');
    if (said) said.textContent = /^\d+$/.test(event.target.value.trim()) ? life(Number(event.target.value)) : '';
  });

  // The invitation arrives in the fragment, which no server and no log ever sees; it leaves the address bar at once.
  const invitation = document.getElementById('welcome:token');
  if (invitation && location.hash.length > 1) {
    invitation.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }
})();
