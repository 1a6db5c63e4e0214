/// A part of what git sends of several contents.
enum BlobPart {
  case bytes(UnsafeRawBufferPointer)
  /// The contents have come to their end.
  case end
  /// There are no such contents.
  case missing
}

/// Reads the answers of `git cat-file --batch` as they come: `id type size`, the bytes and a line
/// break; or `id missing`.
///
/// Source: https://git-scm.com/docs/git-cat-file, "Batch output"
struct BlobReader {
  private enum State {
    case header
    case contents(left: Int)
    /// Before the line break that ends contents.
    case ending
  }

  private var state = State.header
  private var header: [UInt8] = []

  /// Takes the next bytes of the answers.
  mutating func read(_ bytes: UnsafeRawBufferPointer, _ receive: (BlobPart) -> Void) {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch state {
      case .header:
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        header += line
        rest = rest[line.endIndex...]
        if rest.popFirst() != nil { finishHeader(receive) }
      case .contents(let left):
        let part = rest.prefix(left)
        receive(.bytes(UnsafeRawBufferPointer(rebasing: part)))
        rest = rest[part.endIndex...]
        state = part.count == left ? .ending : .contents(left: left - part.count)
      case .ending:
        rest.removeFirst()
        receive(.end)
        state = .header
      }
    }
  }

  private mutating func finishHeader(_ receive: (BlobPart) -> Void) {
    let words = String(decoding: header, as: UTF8.self).split(separator: " ")
    header = []
    guard words.count == 3, let size = Int(words[2]) else { return receive(.missing) }
    state = size == 0 ? .ending : .contents(left: size)
  }
}

extension GitRepository {
  /// Reads contents by their ids, one after the other, by one run of git.
  ///
  /// - Parameter receive: Called with each part; never with all of a large file.
  func readBlobs(_ ids: [String], _ receive: (BlobPart) -> Void) throws(GitError) {
    guard !ids.isEmpty else { return }
    var reader = BlobReader()
    try withoutActuallyEscaping(receive) { receive throws(GitError) in
      _ = try git.run(
        "read what is staged", ["cat-file", "--batch"],
        input: Array(ids.map { "\($0)\n" }.joined().utf8)
      ) { reader.read($0, receive) }
    }
  }
}
