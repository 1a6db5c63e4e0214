import Testing

@testable import DeployModel

struct EndpointTests {
  @Test(
    arguments: [
      ("/", "/", nil), ("/healthz", "/healthz", nil), ("/a/b?full=1&x", "/a/b", "full=1&x"),
      ("/a%20b?", "/a%20b", ""),
    ] as [(String, String, String?)])
  func readsAnAbsolutePathWithItsQuery(text: String, path: String, query: String?) throws {
    let read = try HTTPPath(text)
    #expect(String(read.path) == path)
    #expect(read.query.map(String.init) == query)
  }

  @Test(arguments: [
    ("https://app.fly.dev/healthz", "write '/healthz'"), ("http://localhost:8080", "write '/'"),
    ("healthz", "write '/healthz'"), ("/a#b", "write '/a'"), ("/a b", "write '/a%20b'"),
    ("/ä", "write '/%C3%A4'"), ("/100%", "write '%25' for the character itself"),
    ("/a\n", "write '/a%0A'"),
  ])
  func proposesThePathMeant(text: String, help: String) {
    #expect(malformation(of: text, as: HTTPPath.init)?.help == help)
  }

  @Test(arguments: ["", "//host/x", "/a%2", "/a%zz", "/<x>", "a b"])
  func refusesWhatIsNoPath(text: String) {
    #expect(malformation(of: text, as: HTTPPath.init) != nil)
  }

  @Test func neverShowsTheAddressOfAPath() {
    let fault = malformation(of: "https://me:hunter22" + "@app.fly.dev/x", as: HTTPPath.init)
    #expect(fault?.reason.contains("hunter22") == false)
    #expect(fault?.help == "write '/x'")
  }

  @Test(
    arguments: [
      ("5432", nil, 5_432), ("localhost:80", "localhost", 80), ("db.internal:1", "db.internal", 1),
      ("10.0.0.1:65535", "10.0.0.1", 65_535), ("[::1]:5432", "::1", 5_432),
      ("[fdaa:0:1::3]:80", "fdaa:0:1::3", 80), ("my_db:80", "my_db", 80),
    ] as [(String, String?, Int)])
  func readsAPortWithOrWithoutAHost(text: String, host: String?, port: Int) throws {
    let address = try TCPAddress(text)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.text == text)
  }

  @Test(arguments: [
    ("", "the address is empty"), ("0", "the port is '0'"), ("65536", "the port is '65536'"),
    ("99999999999999999999", "the port is '99999999999999999999'"),
    ("080", "the port is '080'"), ("db:", "the address 'db:' has no port after the colon"),
    (":80", "the address ':80' has no host before the colon"),
    ("db", "the address 'db' has no port"), ("db:http", "the port 'http' of the address"),
    ("tcp://db:80", "the address 'tcp://db:80' has a scheme"),
    ("db:80/x", "the address 'db:80/x' has a path"),
    ("::1:80", "the address '::1:80' has more than one colon"),
    ("[::g]:80", "'::g' is no IPv6 address"), ("300.0.0.1:80", "the host '300.0.0.1'"),
    ("a b:80", "the host 'a b'"), ("-a:80", "the host '-a'"), ("a..b:80", "the host 'a..b'"),
    ("me:pw@db:80", "the address has a user name"), ("+80", "the address '+80' has no port"),
  ])
  func saysWhatIsWrongWithAnAddress(text: String, beginning: String) {
    #expect(malformation(of: text, as: TCPAddress.init)?.reason.hasPrefix(beginning) == true)
  }

  @Test(arguments: [
    ("::", true), ("::1", true), ("1::", true), ("1:2:3:4:5:6:7:8", true), ("::ffff:1.2.3.4", true),
    ("fe80::1:2", true), ("1:2:3:4:5:6:1.2.3.4", true), ("", false), (":", false), ("1:2", false),
    (":::", false), ("1::2::3", false), ("1:2:3:4:5:6:7:8:9", false), ("12345::", false),
    ("1.2.3.4::", false), ("::1.2.3", false), ("1:2:3:4::5:6:7:8", false), (":1::", false),
  ])
  func recognizesAnIPv6Address(text: String, isAddress: Bool) {
    #expect(IPv6Text.isAddress(text) == isAddress)
  }
}
