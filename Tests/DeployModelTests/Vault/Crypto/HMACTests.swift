import Testing

@testable import DeployModel

struct HMACTests {
  /// RFC 4231, Section 4.3.
  @Test func computesThePublishedExample() throws {
    let tag = try HMAC.sha256(
      key: SecureBytes(copying: "Jefe".utf8), [UInt8]("what do ya want for nothing?".utf8))
    #expect(tag.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  /// An empty key and an empty message have no memory to point to.
  @Test func takesAnEmptyKeyAndAnEmptyMessage() throws {
    let tag = try HMAC.sha256(key: SecureBytes(copying: []), [])
    #expect(tag.hex == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test func agreesWithTheVectorsOfWycheproof() throws {
    var tried = 0
    for group in try VectorFile.groups("hmac_sha256_test.json") {
      for vector in group.vectors {
        let tag = try HMAC.sha256(
          key: SecureBytes(copying: vector.bytes("key")), vector.bytes("msg"))
        let expected = vector.bytes("tag")
        let isEqual = ConstantTime.equal([UInt8](tag.bytes.prefix(expected.count)), expected)
        #expect(isEqual == vector.isValid, "\(vector.id)")
        tried += 1
      }
    }
    #expect(tried == 0 || tried == 174)
  }
}
