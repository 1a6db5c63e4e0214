/// How often each character occurs in a run of ASCII, and how often their class changes.
struct CharacterCounts {
  private(set) var lowercase = 0
  private(set) var uppercase = 0
  private(set) var digits = 0

  /// How often a letter or digit is of another class than the one before it.
  private(set) var changes = 0

  private var length = 0
  private var equalPairs = 0

  init(_ run: Slice<SecretShape.Bytes>) {
    var seen = [Int](repeating: 0, count: 256)
    var last = 0
    for byte in run {
      equalPairs += seen[Int(byte)]
      seen[Int(byte)] += 1
      length += 1
      let kind = count(byte)
      if kind != 0 {
        if last != 0, kind != last { changes += 1 }
        last = kind
      }
    }
  }

  /// The class of a byte: 0 for what is neither letter nor digit.
  private mutating func count(_ byte: UInt8) -> Int {
    if ASCII.isLowercase(byte) {
      lowercase += 1
      return 1
    }
    if ASCII.isUppercase(byte) {
      uppercase += 1
      return 2
    }
    guard ASCII.isDigit(byte) else { return 0 }
    digits += 1
    return 3
  }

  /// True where two characters drawn from the run are equal less often than given.
  func coincidenceIsBelow(perThousand limit: Int) -> Bool {
    equalPairs * 2_000 < limit * length * (length - 1)
  }
}
