/** A text of several lines, each on a line of its own. */
export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <div key={index} class="wrap-anywhere">
        {line}
      </div>
    ))}
  </>
)
