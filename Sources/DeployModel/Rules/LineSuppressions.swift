import Documents

/// The suppressions in the comments of one file, and which of them leave something out.
struct LineSuppressions {
  /// Something that is wrong with a suppression.
  struct Remark: Sendable {
    var fault: SuppressionFault
    var start: SourcePosition
    var end: SourcePosition
    /// Why the remark itself is left out, if it is.
    var suppression: String?

    init(_ fault: SuppressionFault, at word: SuppressionComment.Word) {
      self.fault = fault
      start = word.start
      end = word.end
    }
  }

  private struct Entry {
    var code: SuppressionComment.Word
    var rule: Rule
    var reason: String
    var isUsed = false
  }

  /// What an entry is looked for by.
  private struct Place: Hashable {
    var line: Int
    var code: Rule.Code
  }

  private var entries: [Entry] = []
  /// The first entry for a rule on a line: a line may have thousands.
  private var indices: [Place: Int] = [:]
  /// Suppressions that leave nothing out, for they are wrong.
  private var invalid: [Remark] = []

  init(_ comments: [SuppressionComment]) {
    for comment in comments { add(comment) }
  }

  private mutating func add(_ comment: SuppressionComment) {
    if comment.codes.isEmpty { return invalid.append(Remark(.withoutRule, at: comment.key)) }
    let rules = comment.codes.compactMap { code -> (SuppressionComment.Word, Rule)? in
      do throws(SuppressionFault) {
        return (code, try Suppression.rule(coded: code.text))
      } catch {
        invalid.append(Remark(error, at: code))
        return nil
      }
    }
    do throws(SuppressionFault) {
      let reason = try Suppression.reason(comment.reason)
      for (code, rule) in rules {
        for line in comment.lines {
          let place = Place(line: line, code: rule.code)
          indices[place] = indices[place] ?? entries.count
        }
        entries.append(Entry(code: code, rule: rule, reason: reason))
      }
    } catch {
      invalid.append(Remark(error, at: comment.key))
    }
  }

  /// Why a rule's finding on a line is left out, if it is.
  mutating func reason(for rule: Rule, at line: Int) -> String? {
    guard let index = indices[Place(line: line, code: rule.code)] else { return nil }
    entries[index].isUsed = true
    return entries[index].reason
  }

  /// What is wrong with the suppressions, once all findings have been judged.
  ///
  /// - Parameter isJudged: Whether a rule has been asked of the file, so that it is known to find
  ///   nothing.
  mutating func remarks(where isJudged: (Rule) -> Bool) -> [Remark] {
    let ofOthers = unused { $0.code != Rule.unusedSuppression.code && isJudged($0) }.map {
      remark in
      var remark = remark
      remark.suppression = reason(for: .unusedSuppression, at: remark.start.line)
      return remark
    }
    // Suppressions of that very rule come last: what has just been found may need them.
    let ofItself = unused { $0.code == Rule.unusedSuppression.code }
    return (invalid + ofOthers + ofItself).sorted { $0.start < $1.start }
  }

  private func unused(where isJudged: (Rule) -> Bool) -> [Remark] {
    entries.filter { !$0.isUsed && isJudged($0.rule) }
      .map { Remark(.unused($0.rule), at: $0.code) }
  }
}

extension LineSuppressions.Remark {
  /// The finding that the remark is.
  func finding(in file: String) -> Finding {
    Finding(
      rule: fault.rule, message: SecretMask.masked(message: fault.message), help: fault.help,
      place: Finding.Place(file: file, start: start, end: end), suppression: suppression)
  }
}
