/// Unpacks zlib data (RFC 1950, RFC 1951), as some vectors are packed; checksums are not checked.
struct Inflater {
  /// The data ends early or has codes that do not exist.
  struct Broken: Error {}

  private let input: [UInt8]
  private var bit = 16
  private var output: [UInt8] = []

  static func unpack(_ zlib: [UInt8]) throws -> [UInt8] {
    var inflater = Inflater(input: zlib)
    while try !inflater.block() {}
    return inflater.output
  }

  private init(input: [UInt8]) { self.input = input }

  /// Reads a block and says whether it is the last.
  private mutating func block() throws -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try stored()
    case 1:
      let lengths =
        Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
        + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
      try codes(PrefixCode(lengths), PrefixCode(Array(repeating: 5, count: 30)))
    case 2: try dynamic()
    default: throw Broken()
    }
    return isLast
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for place in 0..<count {
      guard bit / 8 < input.count else { throw Broken() }
      value |= Int(input[bit / 8] >> UInt8(bit % 8) & 1) << place
      bit += 1
    }
    return value
  }

  private mutating func stored() throws {
    bit = (bit + 7) / 8 * 8
    let count = try bits(16)
    _ = try bits(16)
    for _ in 0..<count { output.append(UInt8(try bits(8))) }
  }

  private mutating func dynamic() throws {
    let (literals, distances, kinds) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var first = Array(repeating: 0, count: 19)
    for kind in order.prefix(kinds) { first[kind] = try bits(3) }
    let code = PrefixCode(first)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      let symbol = try self.symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Broken() }
        lengths += Array(repeating: last, count: try bits(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try bits(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try bits(7) + 11)
      default: lengths.append(symbol)
      }
    }
    try codes(
      PrefixCode(Array(lengths[..<literals])), PrefixCode(Array(lengths[literals...])))
  }

  private mutating func symbol(_ code: PrefixCode) throws -> Int {
    var word = 1
    for _ in 0..<15 {
      word = word << 1 | (try bits(1))
      if let symbol = code.symbols[word] { return symbol }
    }
    throw Broken()
  }

  private mutating func codes(_ literals: PrefixCode, _ distances: PrefixCode) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      guard symbol > 256 else {
        output.append(UInt8(symbol))
        continue
      }
      let length = try length(symbol - 257)
      let distance = try distance(try self.symbol(distances))
      guard distance <= output.count else { throw Broken() }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  /// Lengths 3 to 10 have a symbol each; then every four symbols take one more bit.
  private mutating func length(_ symbol: Int) throws -> Int {
    if symbol < 8 { return symbol + 3 }
    if symbol == 28 { return 258 }
    let extra = symbol / 4 - 1
    return (4 + symbol % 4) << extra + 3 + (try bits(extra))
  }

  /// Distances 1 to 4 have a symbol each; then every two symbols take one more bit.
  private mutating func distance(_ symbol: Int) throws -> Int {
    if symbol < 4 { return symbol + 1 }
    let extra = symbol / 2 - 1
    return (2 + symbol % 2) << extra + 1 + (try bits(extra))
  }
}

/// A canonical prefix code: the key is a word with a leading 1, so that its length counts.
private struct PrefixCode {
  private(set) var symbols: [Int: Int] = [:]

  init(_ lengths: [Int]) {
    var next = 0
    for length in 1...15 {
      for (symbol, its) in lengths.enumerated() where its == length {
        symbols[1 << length | next] = symbol
        next += 1
      }
      next <<= 1
    }
  }
}
