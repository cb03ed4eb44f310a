/* Bar charts in the tokens' colours. PrimeFaces calls turnpikeBars, or turnpikeCounts for what has no unit, with the widget as `this` before Chart.js draws. */
(() => {
  'use strict';

  const probe = document.createElement('i');
  probe.hidden = true;
  const token = name => {
    if (!probe.isConnected) document.body.append(probe);
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = ['--c1', '--c2', '--c3', '--c4', '--c5', '--c6'];
  const dress = config => {
    config.data.datasets.forEach((set, i) => { set.backgroundColor = token(colours[i % colours.length]); });
    const { x, y } = config.options.scales;
    x.ticks.color = y.ticks.color = token('--ink-3');
    y.grid.color = token('--line');
    x.border.color = token('--line');
  };

  const charts = new Set();
  const bars = (widget, unit) => {
    const config = widget.cfg.config;
    const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
    const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
    config.data.datasets = (config.data.datasets ?? []).map(set => Object.assign(set, { maxBarThickness: 28, borderWidth: 0, categoryPercentage: .78, barPercentage: 1 }));
    config.options = {
      responsive: true, maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 },
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: { boxPadding: 4, titleFont: font, bodyFont: font, callbacks: { label: item => ` ${item.dataset.label}: ${figures.format(item.parsed.y)}${unit}` } },
      },
      scales: {
        x: { stacked: true, grid: { display: false }, border: {}, ticks: { font, maxRotation: 0, autoSkipPadding: 16 } },
        y: { stacked: true, position: 'right', beginAtZero: true, border: { display: false }, grid: { drawTicks: false }, ticks: { font, maxTicksLimit: 4, padding: 8, callback: value => `${figures.format(value)}${unit}` } },
      },
    };
    dress(config);
    charts.add(widget);
  };
  window.turnpikeBars = function () { bars(this, ' GB'); };
  window.turnpikeCounts = function () { bars(this, ''); };

  const redress = () => charts.forEach(widget => {
    if (!widget.chart?.canvas?.isConnected) return charts.delete(widget);
    dress(widget.chart.config);
    widget.chart.update();
  });
  document.addEventListener('turnpike:theme', redress);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redress);
})();
