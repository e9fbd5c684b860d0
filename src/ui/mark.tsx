const held = [
  'M15 15C9.5 14.5 3.5 11 3.5 3.5 11 3.5 14.5 9.5 15 15Z',
  'M15 17C9.5 17.5 3.5 21 3.5 28.5 11 28.5 14.5 22.5 15 17Z',
  'M17 17C22.5 17.5 28.5 21 28.5 28.5 21 28.5 17.5 22.5 17 17Z',
]
const growing = 'M17 15C22.5 14.5 28.5 11 28.5 3.5 21 3.5 17.5 9.5 17 15Z'

/** The mark: a kawung, four seeds of the oldest batik; three hold, the fourth is the one being grown. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    {held.map(seed => (
      <path key={seed} d={seed} />
    ))}
    <path class="mark-seed" d={growing} />
  </svg>
)

/** The same in the tab of a browser, which has no theme of ours. */
export const markIcon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0b5d5e" d="${held.join('')}"/><path fill="#e0762b" d="${growing}"/></svg>`,
)}`
