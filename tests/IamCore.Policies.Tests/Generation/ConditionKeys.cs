namespace IamCore.Policies.Tests.Generation;

/// <summary>The families of PL-130 that values are drawn from.</summary>
internal enum ValueFamily
{
    Text,
    Number,
    Date,
    Boolean,
    Binary,
    Address,
    Arn,
}

/// <summary>The context keys of the small world, with the kind of value each usually has.</summary>
internal static class ConditionKeys
{
    /// <summary>Keys that a request may supply.</summary>
    public static readonly (string Key, ValueFamily Family)[] Supplied =
    [
        ("app:s", ValueFamily.Text), ("app:s", ValueFamily.Text), ("app:t", ValueFamily.Text), ("app:e", ValueFamily.Text), ("aws:PrincipalTag/T", ValueFamily.Text),
        ("aws:ResourceTag/k é", ValueFamily.Text), ("app:n", ValueFamily.Number), ("app:n", ValueFamily.Number), ("aws:MultiFactorAuthAge", ValueFamily.Number),
        ("app:d", ValueFamily.Date), ("app:d", ValueFamily.Date), ("aws:TokenIssueTime", ValueFamily.Date), ("app:b", ValueFamily.Boolean), ("aws:SecureTransport", ValueFamily.Boolean),
        ("app:x", ValueFamily.Binary), ("aws:SourceIp", ValueFamily.Address), ("app:ip", ValueFamily.Address), ("app:arn", ValueFamily.Arn), ("aws:SourceArn", ValueFamily.Arn),
        ("app:m", ValueFamily.Text), ("aws:TagKeys", ValueFamily.Text),
    ];

    /// <summary>Keys that the engine derives, and one that nobody has.</summary>
    public static readonly (string Key, ValueFamily Family)[] Derived =
    [
        ("aws:PrincipalArn", ValueFamily.Arn), ("aws:PrincipalAccount", ValueFamily.Text), ("aws:PrincipalType", ValueFamily.Text), ("aws:username", ValueFamily.Text), ("aws:userid", ValueFamily.Text),
        ("aws:PrincipalIsAWSService", ValueFamily.Boolean), ("aws:PrincipalServiceName", ValueFamily.Text), ("aws:ResourceAccount", ValueFamily.Text), ("aws:CurrentTime", ValueFamily.Date),
        ("aws:EpochTime", ValueFamily.Date), ("aws:EpochTime", ValueFamily.Number), ("aws:RequestedRegion", ValueFamily.Text), ("aws:ViaAWSService", ValueFamily.Boolean),
        ("aws:MultiFactorAuthPresent", ValueFamily.Boolean), ("app:gone", ValueFamily.Text),
    ];

    /// <summary>The operators of a family, all spellings but for qualifier and suffix.</summary>
    public static readonly Comparison[][] Operators =
    [
        [
            Comparison.StringEquals, Comparison.StringNotEquals, Comparison.StringEqualsIgnoreCase, Comparison.StringNotEqualsIgnoreCase, Comparison.StringLike,
            Comparison.StringLike, Comparison.StringNotLike,
        ],
        [
            Comparison.NumericEquals, Comparison.NumericNotEquals, Comparison.NumericLessThan, Comparison.NumericLessThanEquals, Comparison.NumericGreaterThan,
            Comparison.NumericGreaterThanEquals,
        ],
        [
            Comparison.DateEquals, Comparison.DateNotEquals, Comparison.DateLessThan, Comparison.DateLessThanEquals, Comparison.DateGreaterThan,
            Comparison.DateGreaterThanEquals,
        ],
        [Comparison.Bool],
        [Comparison.BinaryEquals],
        [Comparison.IpAddress, Comparison.NotIpAddress],
        [Comparison.ArnEquals, Comparison.ArnLike, Comparison.ArnNotEquals, Comparison.ArnNotLike],
    ];

    /// <summary>Values that a request carries, most of them of the family's form.</summary>
    public static string RequestValue(Rng rng, ValueFamily family)
    {
        var (good, bad) = family switch
        {
            ValueFamily.Number => (Alphabet.Numbers, Alphabet.NotNumbers),
            ValueFamily.Date => (Alphabet.Dates, Alphabet.NotDates),
            ValueFamily.Boolean => (Alphabet.Booleans, Alphabet.NotBooleans),
            ValueFamily.Binary => (Alphabet.Binaries, Alphabet.NotBinaries),
            ValueFamily.Address => (Alphabet.Addresses, Alphabet.NotAddresses),
            ValueFamily.Arn => (Alphabet.Arns, Alphabet.NotArns),
            _ => (Alphabet.Texts, Alphabet.Texts),
        };
        return rng.Pick(rng.Chance(88) ? good : bad);
    }

    /// <summary>Values that a policy can carry under an operator; the request's value is among the likely ones where it has the operator's form.</summary>
    public static string PolicyValue(Rng rng, Comparison comparison, bool usesVariables, string? actual)
    {
        switch (comparison)
        {
            case Comparison.StringLike or Comparison.StringNotLike:
                return actual is { Length: < 40 } && rng.Chance(50) && IsPlain(actual)
                    ? Blurred(rng, actual)
                    : rng.Chance(30) ? rng.Pick(Alphabet.TextTemplates) : rng.Chance(60) ? rng.Pick(Alphabet.TextPatterns) : rng.Pick(Alphabet.Texts);
            case <= Comparison.StringNotLike:
                return actual is not null && rng.Chance(55) && IsPlain(actual)
                    ? rng.Chance(70) ? actual : rng.Chance(50) ? actual.ToUpperInvariant() : actual + "a"
                    : rng.Chance(35) ? rng.Pick(Alphabet.TextTemplates) : rng.Pick(Alphabet.Texts);
            case <= Comparison.NumericGreaterThanEquals:
                return actual is not null && rng.Chance(40) && Alphabet.Numbers.Contains(actual) ? actual : rng.Pick(Alphabet.Numbers);
            case <= Comparison.DateGreaterThanEquals:
                return actual is not null && rng.Chance(40) && Alphabet.Dates.Contains(actual) ? actual : rng.Pick(Alphabet.Dates);
            case Comparison.Bool:
                return usesVariables && rng.Chance(25) ? rng.Pick(Alphabet.BooleanTemplates) : rng.Pick(Alphabet.Booleans);
            case Comparison.BinaryEquals:
                return actual is not null && rng.Chance(50) && Alphabet.Binaries.Contains(actual) ? actual : rng.Pick(Alphabet.Binaries);
            case Comparison.IpAddress or Comparison.NotIpAddress:
                return actual is not null && rng.Chance(40) && Alphabet.Addresses.Contains(actual) ? actual : rng.Pick(Alphabet.Ranges);
            case <= Comparison.ArnNotLike:
                return actual is not null && rng.Chance(40) && Alphabet.Arns.Contains(actual)
                    ? actual
                    : rng.Chance(30) && usesVariables ? rng.Pick(Alphabet.ArnTemplates) : rng.Pick(Alphabet.ArnPatterns);
            default:
                return rng.Pick(Alphabet.Booleans);
        }
    }

    /// <summary>The text with a run of characters replaced by a wildcard, or one by another, or with what stands before and after a star
    /// overlapping in the text (PL-077: a piece is never used twice).</summary>
    public static string Blurred(Rng rng, string text)
    {
        var elements = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        if (elements.Count == 0)
        {
            return "*";
        }

        var at = rng.Next(elements.Count);
        switch (rng.Next(8))
        {
            case 0:
                elements[at] = "?";
                break;
            case 1:
                elements.Insert(at, rng.Of("*", "?"));
                break;
            case 2:
                elements[at] = "é";
                break;
            case 3:
                break;
            case 4:
                var end = at + rng.Next(Math.Min(3, elements.Count - at) + 1);
                return string.Concat(elements[..end]) + rng.Of("*", "*", "**", "*" + elements[at] + "*") + string.Concat(elements[at..]);
            default:
                elements.RemoveRange(at, rng.Next(elements.Count - at + 1));
                elements.Insert(at, "*");
                break;
        }

        return string.Concat(elements);
    }

    /// <summary>Whether a text has no variable in it.</summary>
    public static bool IsPlain(string text) => !text.Contains("${", StringComparison.Ordinal);
}
