/// Services by the words that the names of their credentials have.
enum KnownServices {
  /// The kind of service that a name such as `STRIPE_SECRET_KEY` tells; nothing if no word is
  /// known.
  static func category(of name: String) -> ServiceCategory? {
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return table.first { !$0.words.isDisjoint(with: words) }?.category
  }

  /// The first row that has one of a name's words counts: what is stored where says more than
  /// whose machine it runs on.
  private static let table: [(category: ServiceCategory, words: Set<String>)] = [
    (
      .payment,
      [
        "STRIPE", "PAYPAL", "BRAINTREE", "ADYEN", "PADDLE", "LEMONSQUEEZY", "SQUARE", "MOLLIE",
        "RAZORPAY", "KLARNA", "CHARGEBEE", "POLAR", "PAYMENT", "PAYMENTS", "BILLING",
      ]
    ),
    (
      .ai,
      [
        "OPENAI", "ANTHROPIC", "CLAUDE", "GEMINI", "MISTRAL", "COHERE", "GROQ", "OPENROUTER",
        "HUGGINGFACE", "HF", "REPLICATE", "PERPLEXITY", "XAI", "DEEPSEEK", "ELEVENLABS",
        "TOGETHER", "LANGSMITH", "PINECONE", "AI", "LLM",
      ]
    ),
    (
      .email,
      [
        "SMTP", "MAIL", "EMAIL", "MAILER", "RESEND", "SENDGRID", "MAILGUN", "POSTMARK", "MAILJET",
        "BREVO", "SES", "SPARKPOST", "MAILCHIMP", "MANDRILL", "LOOPS",
      ]
    ),
    (
      .database,
      [
        "DATABASE", "DB", "POSTGRES", "POSTGRESQL", "PG", "MYSQL", "MARIADB", "MONGO", "MONGODB",
        "REDIS", "VALKEY", "SUPABASE", "NEON", "PLANETSCALE", "TURSO", "UPSTASH", "CLICKHOUSE",
        "ELASTICSEARCH", "SQL",
      ]
    ),
    (
      .hosting,
      [
        "FLY", "AWS", "GCP", "GOOGLE", "AZURE", "CLOUDFLARE", "VERCEL", "NETLIFY", "RENDER",
        "HEROKU", "DIGITALOCEAN", "HETZNER", "GITHUB", "GITLAB", "DOCKER", "S3", "R2", "TIGRIS",
      ]
    ),
  ]
}
