/// The lines in which two texts differ, as `diff -u` prints them.
///
/// Source: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
package struct UnifiedDiff {
  /// How many equal lines stand around a difference.
  private static let context = 3

  private enum Line {
    case same(String)
    case removed(String)
    case added(String)
  }

  private let lines: [Line]
  private let names: (old: String, new: String)

  /// - Parameter names: How the headers call the two.
  package init(_ old: String, _ new: String, names: (old: String, new: String)) {
    self.names = names
    let before = Self.lines(of: old)
    let after = Self.lines(of: new)
    let difference = after.difference(from: before)
    let removed = Set(
      difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    let added = Set(
      difference.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { -1 } })
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left) {
        lines.append(.removed(before[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(after[right]))
        right += 1
      } else {
        lines.append(.same(before[left]))
        left += 1
        right += 1
      }
    }
    self.lines = lines
  }

  private static func lines(of text: String) -> [String] {
    // As one character, CR LF would be no end of a line.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The diff, or an empty text where the two are the same.
  package var text: String {
    let hunks = hunks
    guard !hunks.isEmpty else { return "" }
    return "--- \(names.old)\n+++ \(names.new)\n" + hunks.map(text(of:)).joined()
  }

  /// Differences with the lines around them, those that touch as one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= start {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func text(of hunk: Range<Int>) -> String {
    let old = Self.range(lines[..<hunk.lowerBound], lines[hunk]) {
      if case .added = $0 { false } else { true }
    }
    let new = Self.range(lines[..<hunk.lowerBound], lines[hunk]) {
      if case .removed = $0 { false } else { true }
    }
    return "@@ -\(old) +\(new) @@\n"
      + lines[hunk].map { line in
        switch line {
        case .same(let text): " \(text)\n"
        case .removed(let text): "-\(text)\n"
        case .added(let text): "+\(text)\n"
        }
      }.joined()
  }

  /// The first line and the number of lines that a side has in a hunk.
  private static func range(
    _ before: ArraySlice<Line>, _ hunk: ArraySlice<Line>, _ isOwn: (Line) -> Bool
  ) -> String {
    let count = hunk.count(where: isOwn)
    let start = before.count(where: isOwn) + (count == 0 ? 0 : 1)
    return count == 1 ? "\(start)" : "\(start),\(count)"
  }
}
