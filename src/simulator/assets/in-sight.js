// Brings what stands in a box that scrolls into its sight, and moves nothing but that box: the phone stands in a frame, and
// a page around it that moved with each message would run away under the pointer.

const by = (from, until, first, last) => Math.max(0, until - last) || Math.min(0, from - first)

/** Scrolls `box` as little as needed; beside what is brought into sight its scroll margin stays free. */
export function bringIntoSight(box, one) {
  const [outer, inner] = [box, one].map((element) => element.getBoundingClientRect())
  const besideIt = Number.parseFloat(getComputedStyle(one).scrollMarginInlineEnd)
  box.scrollBy(
    by(inner.left, inner.right + besideIt, outer.left, outer.right),
    by(inner.top, inner.bottom, outer.top, outer.bottom),
  )
}
