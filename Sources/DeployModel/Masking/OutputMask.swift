/// A stream of output in which everything that is to be hidden is replaced.
///
/// Every byte of every occurrence of every pattern is hidden, also where occurrences overlap, and
/// however the stream is cut into pieces. Held back is only the end of what was read that begins a
/// pattern; all before it is given out at once.
package struct OutputMask: Sendable {
  /// What stands in the place of a value; it does not tell how long the value is.
  package static let sign = "***"

  private let patterns: MaskPatterns
  private var state: Int32 = 0
  /// What was read and is not settled yet.
  private var window: [UInt8] = []
  /// What is hidden in the window, from left to right, with gaps or borders between.
  private var hidden: [HiddenRange] = []
  /// How much of the window has been given out although a pattern may yet cover it.
  private var shownCount = 0

  /// Bytes that are hidden.
  private struct HiddenRange {
    var start: Int
    var end: Int
    /// Whether the sign for them has been given out.
    var isSigned = false
  }

  package init(_ patterns: MaskPatterns) { self.patterns = patterns }

  /// How many bytes are held back.
  package var heldCount: Int { window.count - shownCount }

  /// Takes more of the stream, and adds to `output` what is settled by it.
  package mutating func mask(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    let scanned = window.count
    window += bytes
    scan(from: scanned)
    settle(window.count - Int(patterns.openState(state).depth), into: &output)
  }

  /// Adds the rest at the end of the stream: it has begun a pattern and was none.
  package mutating func finish(into output: inout [UInt8]) {
    settle(window.count, into: &output)
    state = 0
  }

  /// Adds what is held back, if that tells less than a quarter of any pattern it may begin.
  ///
  /// For terminals, where people wait for what they have typed to appear: a letter that begins some
  /// value would else stay away until the next one. If a value follows after all, the rest of it
  /// is hidden.
  package mutating func relent(into output: inout [UInt8]) {
    let here = patterns.openState(state)
    guard heldCount > 0, here.depth > 0, here.depth <= here.shortestPattern / 4 else { return }
    show(window.count, into: &output)
  }

  // MARK: Finding

  private mutating func scan(from start: Int) {
    var found = hidden
    hidden = []
    state = window.withUnsafeBufferPointer { text in
      var state = state
      var place = start
      while place < text.count {
        if state == 0 {
          place = patterns.filter.nextStart(in: text, from: place)
        }
        state = patterns.next(state, text[place])
        place += 1
        let match = patterns.states[Int(state)].match
        if match > 0 { Self.hide(place - Int(match), place, &found) }
      }
      return state
    }
    hidden = found
  }

  /// Adds an occurrence, which ends where or behind all others end.
  private static func hide(_ start: Int, _ end: Int, _ hidden: inout [HiddenRange]) {
    var range = HiddenRange(start: start, end: end)
    while let last = hidden.last, last.end > start {
      range.start = min(range.start, last.start)
      range.isSigned = range.isSigned || last.isSigned
      hidden.removeLast()
    }
    hidden.append(range)
  }

  // MARK: Giving out

  /// Gives out everything before a place in the window, behind which patterns may yet be found.
  private mutating func settle(_ end: Int, into output: inout [UInt8]) {
    if end > shownCount { show(end, into: &output) }
    window.removeFirst(end)
    shownCount -= end
    hidden.removeAll { $0.end <= end }
    for index in hidden.indices {
      hidden[index].start = max(0, hidden[index].start - end)
      hidden[index].end -= end
    }
  }

  private mutating func show(_ end: Int, into output: inout [UInt8]) {
    var place = shownCount
    for index in hidden.indices where hidden[index].end > place && hidden[index].start < end {
      let range = hidden[index]
      if range.start > place { output += window[place..<range.start] }
      if !range.isSigned { output += Self.sign.utf8 }
      hidden[index].isSigned = true
      place = min(range.end, end)
    }
    if place < end { output += window[place..<end] }
    shownCount = end
  }
}
