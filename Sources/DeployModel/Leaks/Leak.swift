package import Documents

/// A secret that stands where everyone can read it who can read the repository.
package struct Leak: Hashable, Sendable {
  /// How it is known to be one.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It has the form that one service gives its tokens.
    case token
    /// It looks as if a machine had drawn it, and its name says that it is secret.
    case likelySecret
    /// It is what the vault holds sealed.
    case vaultValue
    /// It may be one: the file could not be looked at.
    case unread
  }

  package var kind: Kind
  /// What it looks like, with its article, such as `a Stripe secret key`; for a file that could
  /// not be looked at, why.
  package var what: String
  /// The file's path relative to the folder that was scanned.
  package var file: String
  package var start: SourcePosition
  /// The first column behind it.
  package var end: SourcePosition
  /// How it begins: a few characters by which its owner finds it and nobody can use it.
  package var beginning: String
  /// Whether it was found in what is about to be committed, and not where the file lies.
  package var isStaged = false
  /// Why a comment beside it leaves it out, if one does.
  package var suppression: String?
  /// What to do about it, where that is something else than of others of its kind.
  var remedy: String?
}

extension Leak {
  /// A file that could not be looked at.
  static func unread(_ file: String, _ reason: String, remedy: String? = nil) -> Leak {
    let start = SourcePosition(line: 1, column: 1)
    return Leak(
      kind: .unread, what: reason, file: file, start: start, end: start, beginning: "",
      remedy: remedy)
  }

  /// A file whose name is no text.
  static func unnamed(_ file: String) -> Leak {
    unread(file, "its name is not UTF-8", remedy: "rename it, so that its name is UTF-8")
  }

  /// Whether it stands before another one, by file, line and column.
  static func isBefore(_ left: Leak, _ right: Leak) -> Bool {
    (left.file, left.start, left.kind.rawValue, left.what)
      < (right.file, right.start, right.kind.rawValue, right.what)
  }
}

extension Leak {
  /// What is the same of a leak wherever the same bytes of the file were read from; as bytes, for
  /// names that are spelled in two ways are two files.
  var identity: [[UInt8]] {
    [kind.rawValue, what, file, "\(start.line):\(start.column)", suppression ?? ""]
      .map { Array($0.utf8) }
  }

  /// The leak as one of what is about to be committed.
  var staged: Leak {
    var staged = self
    staged.isStaged = true
    return staged
  }
}
