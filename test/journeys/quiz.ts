import type { Page } from 'playwright-core'
import { komunikasi } from '../../seeds/demo/lessons/komunikasi.ts'

/** What is right, in the words of the page. */
function rightWords(prompt: string): string[] {
  const { content } = komunikasi.bank.find(one => one.prompt === prompt)!
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return content.choices.filter(choice => content.right.includes(choice.key)).map(choice => choice.text)
    case 'true_false':
      return [content.right ? 'Benar' : 'Salah']
    case 'short':
      return [content.accepted[0]!]
    case 'numeric':
      return [content.right]
    case 'matching':
      return content.left.map(left => content.choices.find(choice => choice.key === content.right[left.key])!.text)
  }
}

/** Answers the question of the quiz of KOMUNIKASI on the page as somebody who knows. */
export async function answer(page: Page): Promise<void> {
  const asked = page.locator('main form legend, main .asked').first()
  const prompt = await asked.innerText()
  const words = rightWords(prompt)
  const selects = page.locator('main form select')
  const { content } = komunikasi.bank.find(one => one.prompt === prompt)!
  if (content.kind === 'matching') {
    for (const [n, left] of content.left.entries())
      await selects.and(page.getByLabel(left.text)).selectOption({ label: words[n]! })
  } else if (await page.locator('main form fieldset.choice').count()) {
    for (const one of words)
      await page
        .locator('main .choice-row')
        .filter({ has: page.getByText(one, { exact: true }) })
        .locator('input')
        .check()
  } else await page.getByLabel('Jawaban').fill(words[0]!)
}
