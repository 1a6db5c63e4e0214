import Foundation
import Testing

@testable import DeployModel

struct ScryptTests {
  /// RFC 7914, Section 12, with the example of N 1024; the next one has an N in the range.
  @Test func computesPublishedExamples() throws {
    let small = try Scrypt.uncheckedKey(
      passphrase: Secret("password"), salt: [UInt8]("NaCl".utf8),
      ScryptParameters(logN: 10, r: 8, p: 16), count: 64)
    #expect(
      small.withBytes(HexText.text)
        == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")
    let key = try Scrypt.key(
      passphrase: Secret("pleaseletmein"), salt: [UInt8]("SodiumChloride".utf8),
      ScryptParameters(logN: 14, r: 8, p: 1), count: 64)
    #expect(
      key.withBytes(HexText.text)
        == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
  }

  @Test func agreesWithTheVectorsOfTheRFC() throws {
    for record in VectorFile.records("scrypt_rfc7914.txt") {
      guard let cost = record["N"].flatMap(Int.init), let r = record["r"].flatMap(Int.init),
        let p = record["p"].flatMap(Int.init)
      else { continue }
      if cost > 1 << 17, ProcessInfo.processInfo.physicalMemory < 3 << 30 {
        print("skipped: scrypt with N \(cost) takes 1 GiB, more than this machine can spare")
        continue
      }
      let key = try Scrypt.uncheckedKey(
        passphrase: Secret(record["PASSWORD"] ?? ""), salt: [UInt8]((record["SALT"] ?? "").utf8),
        ScryptParameters(logN: cost.trailingZeroBitCount, r: r, p: p), count: 64)
      #expect(key.withBytes(HexText.text) == record["DERIVED_KEY"], "\(record)")
    }
  }

  /// libcrypto's own limit is 32 MiB, which no cost from log N 15 on keeps within.
  @Test func allowsTheMemoryThatLibcryptoWouldNot() throws {
    let parameters = ScryptParameters(logN: 15, r: 8, p: 1)
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try Scrypt.uncheckedKey(
        passphrase: Secret("a"), salt: [1], parameters, count: 32, memoryLimit: 0)
    }
    #expect(outcome == .library)
    #expect(try Scrypt.key(passphrase: Secret("a"), salt: [1], parameters).count == 32)
  }

  @Test func allowsEnoughMemoryForEveryAcceptedCost() {
    for logN in 14...20 {
      for p in 1...4 {
        let needed = UInt64(128 * 8 * (1 << logN + p + 2))
        #expect(ScryptParameters(logN: logN, r: 8, p: p).memoryLimit >= needed)
      }
    }
    #expect(ScryptParameters.standard.memoryLimit == 256 << 20)
  }

  @Test func derivesAKeyAtTheStandardCost() throws {
    let first = try Scrypt.key(passphrase: Secret("a"), salt: [1], .standard)
    let second = try Scrypt.key(passphrase: Secret("a"), salt: [2], .standard)
    #expect(first.count == 32)
    #expect(first.withBytes(HexText.text) != second.withBytes(HexText.text))
  }

  /// A refused cost of hours must not be tried first: the whole test ends at once.
  @Test(arguments: [
    ScryptParameters(logN: 13, r: 8, p: 1), ScryptParameters(logN: 21, r: 8, p: 1),
    ScryptParameters(logN: 0, r: 8, p: 1), ScryptParameters(logN: -1, r: 8, p: 1),
    ScryptParameters(logN: 64, r: 8, p: 1), ScryptParameters(logN: Int.max, r: 8, p: 1),
    ScryptParameters(logN: 17, r: 7, p: 1), ScryptParameters(logN: 17, r: 9, p: 1),
    ScryptParameters(logN: 17, r: -8, p: 1), ScryptParameters(logN: 17, r: 8, p: 0),
    ScryptParameters(logN: 17, r: 8, p: 5), ScryptParameters(logN: 20, r: 8, p: Int.max),
  ])
  func refusesACostOutOfRangeAtOnce(parameters: ScryptParameters) {
    let start = ContinuousClock.now
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try Scrypt.key(passphrase: Secret("a"), salt: [1], parameters)
    }
    #expect(outcome == .malformed)
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test(arguments: [(14, 1), (20, 1), (14, 4), (20, 4)])
  func acceptsTheEndsOfTheRange(logN: Int, p: Int) throws {
    try ScryptParameters(logN: logN, r: 8, p: p).check()
  }
}
