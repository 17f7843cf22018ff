using System.Text;

namespace IamCore.Policies.Tests.Parsing;

/// <summary>Documents bent out of shape: reading gives a document or faults, and never anything else.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int DefaultCases = 30_000;

    private static readonly string[] Seeds =
    [
        """
        { "Version": "2012-10-17",
          "Statement": [
            { "Sid": "a b", "Effect": "allow", "Action": ["s3:*", "s3"], "Principal": 5,
              "Condition": { "StringEqual": { "k": null } } } ],
          "statement": [] }
        """,
        """{"Version":"2012-10-17","Id":"x","Statement":[{"Sid":"A","Effect":"Deny","NotPrincipal":{"AWS":["111122223333","*"],"Service":"a.b"},"NotAction":["s3:Get*","*"],"NotResource":["arn:aws:s3:::${aws:username, 'x'}/*","arn:aws:sqs:*"],"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["${*}","é😀\u00e9\uD83D\uDE00"]},"NumericLessThan":{"a:b":[10,-0.5e3]},"Null":{"a:c":true},"DateLessThan":{"a:d":"2026-01-31T09:30:00Z"},"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"ArnLike":{"a:e":"arn:aws:s3:::*"},"BinaryEquals":{"a:f":"QQ=="}}}]}""",
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},"Version":"2012-10-17"}""",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\uD800", "\\u0000", "null", "1e999", "-", "\"Version\"", "\"Effect\":", "${", "}", "\r", "\n", "\uFEFF", "é", "😀", "//", "[[[[[[[[", "{\"a\":", "*",
        "\"Statement\":[{", "\"AWS\":", "\"Condition\":{\"Null\":{\"a:b\":", "\0", "\"Action\":[],", "\"StringEquals\":{",
    ];

    [Fact]
    public void A_mutated_document_is_read_or_refused_with_faults_in_order()
    {
        var seed = Random.Shared.Next();
        var cases = int.TryParse(Environment.GetEnvironmentVariable("IAMCORE_MUTATIONS"), out var wanted) ? wanted : DefaultCases;
        output.WriteLine($"seed {seed}, {cases} documents");
        var random = new Random(seed);
        var (read, refused, notJson) = (0, 0, 0);
        for (var i = 0; i < cases; i++)
        {
            var text = Mutate(random);
            var type = (PolicyType)random.Next(8);
            if (PolicyDocument.TryParse(text, type, out var document, out var faults))
            {
                read++;
                Assert.Equal(document, PolicyDocument.Parse(document.ToJson(), type));
            }
            else
            {
                refused++;
                notJson += faults[0].Code == PolicyFaultCode.InvalidJson ? 1 : 0;
                CheckFaults(faults, text);
            }
        }

        // A mutation that always breaks the JSON would test little.
        output.WriteLine($"{read} read, {refused} refused, {notJson} of them not JSON");
        Assert.InRange(read, cases / 200, cases);
        Assert.InRange(refused - notJson, cases / 20, cases);
    }

    private static void CheckFaults(ValueList<PolicyFault> faults, byte[] text)
    {
        Assert.NotEmpty(faults);
        var last = (Line: 1, Column: 1);
        foreach (var fault in faults)
        {
            Assert.StartsWith("$", fault.Path, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(fault.Message));
            Assert.InRange((fault.Line, fault.Column).CompareTo(last), 0, 1);
            Assert.InRange(fault.Line + fault.Column, 2, text.Length + 2);
            last = (fault.Line, fault.Column);
        }

        if (faults[0].Code is PolicyFaultCode.InvalidJson or PolicyFaultCode.DocumentTooLarge or PolicyFaultCode.NestingTooDeep)
        {
            Assert.Single(faults);
        }
    }

    private static byte[] Mutate(Random random)
    {
        var text = new List<byte>(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]));
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Count + 1);
            var length = Math.Min(random.Next(1, 40), text.Count - at);
            switch (random.Next(7))
            {
                case 0 when at < text.Count: // one bit
                    text[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1: // one byte
                    text.Insert(at, (byte)random.Next(256));
                    break;
                case 2: // cut
                    text.RemoveRange(at, length);
                    break;
                case 3: // cut off
                    text.RemoveRange(at, random.Next(4) == 0 ? text.Count - at : 0);
                    break;
                case 4: // duplicate elsewhere
                    text.InsertRange(random.Next(text.Count + 1), text.GetRange(at, length));
                    break;
                case 5: // splice
                    text.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default: // a whole string, name or value, for another
                    SwapStrings(text, random);
                    break;
            }
        }

        return [.. text];
    }

    private static void SwapStrings(List<byte> text, Random random)
    {
        var quotes = Enumerable.Range(0, text.Count).Where(i => text[i] == '"').ToArray();
        if (quotes.Length < 4)
        {
            return;
        }

        var (from, to) = (2 * random.Next(quotes.Length / 2), 2 * random.Next(quotes.Length / 2));
        var taken = text.GetRange(quotes[from], quotes[from + 1] - quotes[from] + 1);
        text.RemoveRange(quotes[to], quotes[to + 1] - quotes[to] + 1);
        text.InsertRange(quotes[to], taken);
    }
}
