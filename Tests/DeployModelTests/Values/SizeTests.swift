import Testing

@testable import DeployModel

struct SizeTests {
  @Test(arguments: [("512MB", 512), ("4GB", 4_096), ("1MB", 1), ("0256MB", 256)])
  func readsMemoryInMegabytes(text: String, megabytes: Int) throws {
    #expect(try MemorySize(text).megabytes == megabytes)
  }

  @Test(arguments: [(512, "512MB"), (1_024, "1GB"), (1_536, "1536MB"), (4_096, "4GB")])
  func writesMemoryInTheLargestWholeUnit(megabytes: Int, text: String) {
    #expect(MemorySize(megabytes: megabytes)?.description == text)
  }

  @Test(arguments: [
    ("4gb", "write '4GB'"), ("4 GB", "write '4GB'"), ("4GiB", "write '4GB'"),
    ("4G", "write '4GB'"), ("4.5GB", "write '4608MB'"), ("0.5GB", "write '512MB'"),
    ("1,25 GB", "write '1280MB'"), ("512Mi", "write '512MB'"), ("1TB", "write '1024GB'"),
    ("4096", "write '4GB' for 4096 megabytes"), ("4", "write '4GB' or '4MB'"),
    ("four", "write a size such as '512MB' or '4GB'"),
    ("-4GB", "write a size such as '512MB' or '4GB'"),
    ("4.0001GB", "write a size such as '512MB' or '4GB'"),
    ("", "write a size such as '512MB' or '4GB'"),
  ])
  func proposesTheMemoryMeant(text: String, help: String) {
    #expect(malformation(of: text, as: MemorySize.init)?.help == help)
  }

  @Test(arguments: [
    ("4gb", "the memory size '4gb' has 'gb' after the number"),
    ("4 GB", "the memory size '4 GB' has ' GB' after the number"),
    ("4.5GB", "the memory size '4.5GB' is not a whole number"),
    ("4096", "the memory size '4096' has no unit"), ("-1GB", "the memory size '-1GB' is negative"),
    ("GB", "the memory size 'GB' is no size"), ("", "the memory size is empty"),
    ("9223372036854775807GB", "the memory size '9223372036854775807GB' is larger than any machine"),
    (
      "99999999999999999999MB",
      "the memory size '99999999999999999999MB' is larger than any machine"
    ),
  ])
  func saysWhatIsWrongWithAMemorySize(text: String, reason: String) {
    #expect(
      malformation(of: text, as: MemorySize.init)?.reason
        == reason + ", expected a whole number and MB or GB")
  }

  @Test(arguments: ["0GB", "0MB", "00MB"])
  func refusesASizeOfZero(text: String) {
    #expect(
      malformation(of: text, as: MemorySize.init)?.reason
        == "the memory size '\(text)' is zero, expected 1 or more")
  }

  @Test func readsStorageInGigabytes() throws {
    #expect(try StorageSize("10GB").gigabytes == 10)
    #expect(try StorageSize("500GB").description == "500GB")
    #expect(StorageSize(gigabytes: 0) == nil)
  }

  @Test(arguments: [
    ("10gb", "write '10GB'"), ("10", "write '10GB'"), ("10240MB", "write '10GB'"),
    ("1TB", "write '1024GB'"), ("1.5GB", "write '1GB' or '2GB'"), ("512MB", "write '1GB'"),
    ("big", "write a size such as '10GB'"),
    ("99999999999999999999GB", "write a size such as '10GB'"),
  ])
  func proposesTheStorageMeant(text: String, help: String) {
    #expect(malformation(of: text, as: StorageSize.init)?.help == help)
  }

  @Test func saysThatStorageIsNotGivenInMegabytes() {
    #expect(
      malformation(of: "512MB", as: StorageSize.init)?.reason
        == "the storage size '512MB' is in MB, expected a whole number and GB")
  }
}
