/// Finds the word that a misspelled one was probably meant to be.
package enum Spelling {
  /// The candidate nearest to a word, if one is near enough to be meant.
  ///
  /// Near enough is a third of the word's length in insertions, deletions, replacements and
  /// swaps of neighbours, at least one; among equals the first candidate wins.
  package static func nearest(
    to word: String, in candidates: some Sequence<String>
  ) -> String? {
    let scalars = Array(word.lowercased().unicodeScalars)
    guard scalars.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let distance = distance(scalars, Array(candidate.lowercased().unicodeScalars))
      if distance <= max(1, scalars.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word ?? unabbreviated(word, in: candidates)
  }

  /// The one candidate that begins with at least three letters of a word, as `prod` does.
  private static func unabbreviated(
    _ word: String, in candidates: some Sequence<String>
  ) -> String? {
    guard word.utf8.count >= 3 else { return nil }
    let matches = candidates.filter { $0 != word && $0.hasPrefix(word) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// A help line that names the nearest candidate or, failing that, all of them.
  package static func help(for word: String, in candidates: [String]) -> String {
    if let nearest = nearest(to: word, in: candidates) { return "did you mean '\(nearest)'?" }
    return "expected one of \(list(candidates))"
  }

  /// Words separated by commas, cut after eight.
  package static func list(_ words: [String]) -> String {
    let shown = words.prefix(8).joined(separator: ", ")
    return words.count > 8 ? "\(shown) … and \(words.count - 8) more" : shown
  }

  /// The Damerau-Levenshtein distance in its restricted form: no part is edited twice.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var last = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(last[j] + (scalar == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, scalar == right[j - 1], left[i - 1] == other {
          cost = min(cost, older[j - 1] + 1)
        }
        row.append(cost)
      }
      (older, last) = (last, row)
    }
    return last[right.count]
  }
}
