import Testing

@testable import DeployModel

struct HKDFTests {
  /// Number 12 of Wycheproof's vectors for HKDF-SHA-512.
  @Test func computesAPublishedExample() throws {
    let output = try HKDF.derive(
      salt: HexText.bytes("08bc01c053a6406c7c4a667c9b9b3894"),
      SecureBytes(copying: HexText.bytes("7a00817689a3d79001825a864c69c120")),
      info: HexText.bytes("967ccd75395be6e96a67759f070487c9e2107791"), count: 64)
    #expect(
      output.withBytes(HexText.text)
        == "aed987bcc5ed33c4feec7b28aa9fe1c16b1181e00ff42c63cf692ec19242f6d4"
        + "628604b3382db0806d5e61518f83fc651e6f3bd0a9d1322926a76869b98b75d6")
  }

  @Test func agreesWithTheVectorsOfWycheproof() throws {
    for group in try VectorFile.groups("hkdf_sha512_test.json") {
      for vector in group.vectors {
        let input = SecureBytes(copying: vector.bytes("ikm"))
        let output = try? HKDF.derive(
          salt: vector.bytes("salt"), input, info: vector.bytes("info"),
          count: vector.number("size") ?? 0
        ).withBytes([UInt8].init)
        #expect(output == (vector.isValid ? vector.bytes("okm") : nil), "\(vector.id)")
        #expect(vector.isValid != vector.isFlagged("SizeTooLarge"))
      }
    }
  }

  @Test(arguments: [-1, 0, 16_321, Int.max])
  func refusesToMakeTooManyOrTooFewBytes(count: Int) throws {
    let key = SecureBytes(copying: [1, 2, 3])
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try HKDF.expand(key, info: [], count: count)
    }
    #expect(outcome == .malformed)
  }

  /// The limit is our own: libcrypto's differs between versions.
  @Test func takesInfoOnlyUpToALimit() throws {
    let key = SecureBytes(copying: [1, 2, 3])
    let longest = Array(repeating: UInt8(1), count: HKDF.maximumInfoCount)
    #expect(try HKDF.expand(key, info: longest, count: 8).count == 8)
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try HKDF.expand(key, info: longest + [1], count: 8)
    }
    #expect(outcome == .malformed)
  }

  @Test func dependsOnEveryInput() throws {
    func output(_ salt: UInt8, _ input: UInt8, _ info: UInt8) throws -> [UInt8] {
      try HKDF.derive(
        salt: [salt], SecureBytes(copying: [input]), info: [info], count: 32
      ).withBytes([UInt8].init)
    }
    let outputs = [
      try output(0, 0, 0), try output(1, 0, 0), try output(0, 1, 0), try output(0, 0, 1),
    ]
    #expect(Set(outputs).count == 4)
  }
}
