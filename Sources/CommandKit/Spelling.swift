/// Finds the name that was probably meant, and writes lists of names.
enum Spelling {
  /// The candidate nearest to a word, if one is near enough to be meant; the first of equals.
  ///
  /// A third of the letters may be wrong, at least one; upper and lower case count as equal.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let written = Array(word.lowercased().unicodeScalars)
    let limit = max(1, written.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard abs(scalars.count - written.count) <= limit else { continue }
      let distance = distance(written, scalars)
      // With every letter wrong, nothing was recognized.
      guard distance <= limit, distance < max(1, written.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name ?? unabbreviated(word, among: candidates)
  }

  /// The one candidate that begins with at least three letters of a word, as `prod` does.
  private static func unabbreviated(_ word: String, among candidates: [String]) -> String? {
    guard word.utf8.count >= 3 else { return nil }
    let matches = candidates.filter { $0.hasPrefix(word) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// A question that offers the nearest candidate.
  static func suggestion(for word: String, among candidates: [String]) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// The names in one line, of which at most eight are shown.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? "\(shown) … and \(names.count - 8) more" : shown
  }

  /// The least number of insertions, deletions, replacements and swaps of neighbours.
  ///
  /// This is the restricted form of the Damerau–Levenshtein distance (optimal string alignment):
  /// no letter is changed twice. Three rows are enough, because a swap looks back by two.
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let isSame = first[row] == second[column]
        var cost = min(current[column] + 1, last[column + 1] + 1)
        cost = min(cost, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
