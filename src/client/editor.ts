import { Editor } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { TrailingNode } from '@tiptap/extensions/trailing-node'
import { UndoRedo } from '@tiptap/extensions/undo-redo'

// The editor of a lesson's text: in place of the plain field, which stays what it is where no script runs.

function edit(box: HTMLElement) {
  const field = box.querySelector<HTMLTextAreaElement>('textarea')!
  // Who began to write before this arrived over a slow link goes on in the plain field: nothing that was typed is lost.
  if (field.value !== field.defaultValue) return
  const json = box.querySelector<HTMLInputElement>('input[name=isi_json]')!
  const tools = box.querySelector<HTMLElement>('.editor-tools')!
  const place = document.createElement('div')
  place.className = 'editor-place'
  field.before(tools, place)
  const written = JSON.parse(box.dataset.doc!)
  const editor = new Editor({
    element: place,
    injectCSS: false,
    // Without a paragraph a button would find nothing to make a heading or a list of.
    content: written.content.length > 0 ? written : null,
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      HardBreak,
      Blockquote,
      BulletList,
      OrderedList,
      ListItem,
      ListKeymap,
      Dropcursor,
      TrailingNode,
      UndoRedo,
      Heading.configure({ levels: [2, 3] }),
      Link.configure({ openOnClick: false, protocols: ['mailto'] }),
    ],
    editorProps: {
      attributes: {
        class: 'reading',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${field.id}-label`,
      },
    },
    onUpdate: () => keep(),
    onTransaction: () => mark(),
  })
  const keep = () => {
    json.value = JSON.stringify(editor.isEmpty ? { type: 'doc', content: [] } : editor.getJSON())
  }
  const label = box.querySelector<HTMLLabelElement>(`label[for="${field.id}"]`)
  if (label) {
    label.id = `${field.id}-label`
    label.addEventListener('click', () => editor.commands.focus())
  }
  keep()
  field.hidden = true
  field.required = false
  for (const help of box.querySelectorAll<HTMLElement>('[data-plain-help]')) help.hidden = true
  tools.hidden = false

  const commands: Record<string, { run: () => void; on: () => boolean }> = {
    bold: { run: () => editor.chain().focus().toggleBold().run(), on: () => editor.isActive('bold') },
    italic: { run: () => editor.chain().focus().toggleItalic().run(), on: () => editor.isActive('italic') },
    h2: {
      run: () => editor.chain().focus().toggleHeading({ level: 2 }).run(),
      on: () => editor.isActive('heading', { level: 2 }),
    },
    h3: {
      run: () => editor.chain().focus().toggleHeading({ level: 3 }).run(),
      on: () => editor.isActive('heading', { level: 3 }),
    },
    bullet: { run: () => editor.chain().focus().toggleBulletList().run(), on: () => editor.isActive('bulletList') },
    ordered: { run: () => editor.chain().focus().toggleOrderedList().run(), on: () => editor.isActive('orderedList') },
    quote: { run: () => editor.chain().focus().toggleBlockquote().run(), on: () => editor.isActive('blockquote') },
    link: { run: () => link(), on: () => editor.isActive('link') },
    undo: { run: () => editor.chain().focus().undo().run(), on: () => false },
  }
  const link = () => {
    const href = prompt(box.dataset.linkAsk, editor.getAttributes('link').href ?? 'https://')
    if (href === null) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '' || href === 'https://') chain.unsetLink().run()
    else chain.setLink({ href }).run()
  }
  const mark = () => {
    for (const button of tools.querySelectorAll<HTMLButtonElement>('button'))
      button.setAttribute('aria-pressed', String(commands[button.dataset.command!]!.on()))
  }
  tools.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-command]') : null
    if (button) commands[button.dataset.command!]!.run()
  })
}

export function start() {
  for (const box of document.querySelectorAll<HTMLElement>('[data-editor]')) edit(box)
}
