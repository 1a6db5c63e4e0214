/// The forms by the first two characters of their anchors, so that nearly every byte of a file is
/// passed over with one look into a table.
struct LeakShapeIndex: Sendable {
  /// For each pair of bytes the number of its list in `lists`; 0 for none.
  private let numbers: [UInt8]
  private let lists: [[LeakShape]]

  static let all = LeakShapeIndex(LeakShape.all)

  init(_ shapes: [LeakShape]) {
    var numbers = [UInt8](repeating: 0, count: 1 << 16)
    var lists: [[LeakShape]] = [[]]
    for shape in shapes {
      let pair = shape.anchor.utf8.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      if numbers[pair] == 0 {
        numbers[pair] = UInt8(truncatingIfNeeded: lists.count)
        lists.append([])
      }
      lists[Int(numbers[pair])].append(shape)
    }
    self.numbers = numbers
    self.lists = lists
  }

  /// Finds every secret of a known form.
  func find(in bytes: SecretShape.Bytes, _ found: inout [FoundLeak]) {
    guard bytes.count > 1 else { return }
    numbers.withUnsafeBufferPointer { numbers in
      var pair = Int(bytes[0])
      for index in 1..<bytes.count {
        pair = (pair & 0xFF) << 8 | Int(bytes[index])
        let number = numbers[pair]
        if number != 0 { look(lists[Int(number)], at: index - 1, in: bytes, &found) }
      }
    }
  }

  private func look(
    _ shapes: [LeakShape], at start: Int, in bytes: SecretShape.Bytes, _ found: inout [FoundLeak]
  ) {
    let isInWord = start > 0 && KnownToken.isInWord(bytes[start - 1])
    for shape in shapes where !shape.isWord || !isInWord {
      guard bytes[start...].starts(with: shape.anchor.utf8), let match = shape.match(bytes, start)
      else { continue }
      let leak = FoundLeak(kind: .token, what: match.kind, range: match.range)
      // Of two prefixes, such as `sk-` and `sk-proj-`, the longer one says more.
      if let last = found.last, last.range.lowerBound == leak.range.lowerBound {
        found[found.count - 1] = leak
      } else {
        found.append(leak)
      }
    }
  }
}
