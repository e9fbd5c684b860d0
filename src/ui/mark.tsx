/** The mark: a kawung, four seeds of the oldest batik; three hold, the fourth is the one being grown. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M15 15C9.5 14.5 3.5 11 3.5 3.5 11 3.5 14.5 9.5 15 15Z" />
    <path d="M15 17C9.5 17.5 3.5 21 3.5 28.5 11 28.5 14.5 22.5 15 17Z" />
    <path d="M17 17C22.5 17.5 28.5 21 28.5 28.5 21 28.5 17.5 22.5 17 17Z" />
    <path class="mark-seed" d="M17 15C22.5 14.5 28.5 11 28.5 3.5 21 3.5 17.5 9.5 17 15Z" />
  </svg>
)
