import Testing

@testable import DeployModel

struct SecureBytesTests {
  @Test func isFilledOnce() throws {
    let bytes = try SecureBytes(count: 4) { (buffer) throws(CryptographyError) in
      #expect(Array(buffer) == [0, 0, 0, 0])
      buffer[2] = 7
    }
    #expect(bytes.count == 4)
    #expect(bytes.withBytes([UInt8].init) == [0, 0, 7, 0])
  }

  @Test func failsAsItsFillingFails() {
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try SecureBytes(count: 4) { (_) throws(CryptographyError) in throw .notAuthentic }
    }
    #expect(outcome == .notAuthentic)
  }

  @Test func copiesBytesInPlainSight() {
    let bytes = SecureBytes(copying: [1, 2, 3])
    let copy = bytes.copy()
    #expect(copy.withBytes([UInt8].init) == [1, 2, 3])
    let (first, second) = (bytes.withBytes(\.baseAddress), copy.withBytes(\.baseAddress))
    #expect(first != second)
  }

  @Test func canBeEmpty() throws {
    #expect(SecureBytes(copying: []).copy().count == 0)
    #expect(try SecureBytes.random(count: 0).count == 0)
  }

  @Test func isRandomEachTime() throws {
    let first = try SecureBytes.random(count: 32)
    let second = try SecureBytes.random(count: 32)
    #expect(first.withBytes([UInt8].init) != second.withBytes([UInt8].init))
    #expect(try RandomBytes.bytes(count: 32) != RandomBytes.bytes(count: 32))
    #expect(try RandomBytes.bytes(count: 5).count == 5)
  }

  #if canImport(Glibc)
    /// Large enough that the allocator's own notes cover little of it, small enough to stay mapped.
    private static let count = 16_384
    private static let pattern = Array(repeating: UInt8(0xa7), count: count)

    @Test func isWipedWhenItsOwnerGoes() throws {
      func address() -> UInt {
        let bytes = SecureBytes(copying: Self.pattern)
        let address = bytes.withBytes { UInt(bitPattern: $0.baseAddress) }
        #expect(Self.marks(at: address) ?? Self.count == Self.count)
        return address
      }
      try expectNoMarks(at: address())
    }

    @Test func isWipedWhenItsFillingFails() throws {
      var address: UInt = 0
      _ = Outcome { () throws(CryptographyError) in
        _ = try SecureBytes(count: Self.count) { (buffer) throws(CryptographyError) in
          buffer.copyBytes(from: Self.pattern)
          address = UInt(bitPattern: buffer.baseAddress)
          throw .notAuthentic
        }
      }
      try expectNoMarks(at: address)
    }

    @Test func isWipedWhenTheLastCopyOfASecretGoes() throws {
      func address() -> UInt {
        let secret = Secret(Self.pattern)
        let copies = [secret, secret]
        return copies[1].withBytes { UInt(bitPattern: $0.baseAddress) }
      }
      try expectNoMarks(at: address())
    }

    @Test func takesTheOriginalAwayFromAnArray() throws {
      var bytes = Self.pattern
      bytes[0] = 0xa7
      let address = bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      let secret = Secret(wiping: &bytes)
      #expect(secret.count == Self.count)
      try expectNoMarks(at: address)
    }

    private static func marks(at address: UInt) -> Int? {
      ProcessMemory.bytes(at: address, count: count)?.count { $0 == 0xa7 }
    }

    private func expectNoMarks(at address: UInt) throws {
      guard let marks = Self.marks(at: address) else {
        print("skipped: this process cannot read its memory through /proc/self/mem")
        return
      }
      #expect(marks < Self.count / 8)
    }
  #endif
}
