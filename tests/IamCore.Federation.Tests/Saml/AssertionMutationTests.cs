using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using IamCore.Federation.Tests.WebIdentity;

namespace IamCore.Federation.Tests.Saml;

/// <summary>
/// A valid response with something changed anywhere, as text or as a tree (ST-065). Taken is only what is canonically the same: white space, quotes and order inside of tags, comments,
/// character references, Base64 line breaks, the key that the message brings along, and what stands outside of the signed element.
/// </summary>
public sealed class AssertionMutationTests
{
    private const string Letters = "abcxyzMARIA0189<>/=\"'&;:#- \n\t!?[]é";

    [Theory]
    [InlineData("assertion")]
    [InlineData("response")]
    public async Task ST_065_no_mutation_is_taken_that_is_not_canonically_the_same(string what)
    {
        using var f = await SamlFixture.NewAsync();
        var xml = TestIdp.Sign(f.Idp(idp => idp.Say("PrincipalTag:team", "sales").Say("SourceIdentity", "maria")).Xml(), what).OuterXml;
        var good = await f.AssumeAsync(TestIdp.Encode(xml));
        var signed = Canonical(xml, what);
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        var (taken, same) = (0, 0);
        for (var i = 0; i < TokenMutationTests.Count / 2; i++)
        {
            var mutant = Mutate(xml, random);
            var encoded = i % 4 == 0 ? MutateText(TestIdp.Encode(xml), random) : TestIdp.Encode(mutant);
            var result = await Record.ExceptionAsync(async () =>
            {
                var role = await f.AssumeAsync(encoded);
                taken++;
                Assert.Equal(
                    (good.Subject, good.SubjectType, good.Issuer, good.Audience, good.Role.Arn, good.Session.Tags, good.Session.SourceIdentity, good.Session.Expiration),
                    (role.Subject, role.SubjectType, role.Issuer, role.Audience, role.Role.Arn, role.Session.Tags, role.Session.SourceIdentity, role.Session.Expiration));
                Assert.Equal(signed, Canonical(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)), what));
                same++;
            });
            Assert.True(result is null or IamException { ErrorCode: IamErrorCode.InvalidIdentityToken or IamErrorCode.ValidationError }, $"seed {seed}, mutation {i}: {result}\n{encoded}");
        }

        Assert.Equal(taken, same);
    }

    /// <summary>What was signed, without its signature, by the standard's canonical form: not by code of ours.</summary>
    private static string Canonical(string xml, string what)
    {
        var document = TestIdp.Load(xml);
        var element = what == "response" ? document.DocumentElement! : document.DocumentElement!.ChildNodes.OfType<XmlElement>().Single(e => e.LocalName == "Assertion");
        element.RemoveChild(element.ChildNodes.OfType<XmlElement>().Single(e => e.LocalName == "Signature"));
        var alone = new XmlDocument { PreserveWhitespace = true };
        alone.LoadXml(element.OuterXml);
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(alone);
        using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
        return reader.ReadToEnd();
    }

    private static string Mutate(string xml, Random random) => random.Next(3) == 0 ? MutateText(xml, random) : MutateTree(xml, random);

    private static string MutateText(string text, Random random)
    {
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var letter = Letters[random.Next(Letters.Length)];
            text = random.Next(5) switch
            {
                0 => $"{text[..at]}{letter}{text[(at + 1)..]}",
                1 => text.Remove(at, 1),
                2 => text.Insert(at, letter.ToString()),
                3 => text.Insert(at, "<!---->"),
                _ => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 40), text.Length - at))),
            };
        }

        return text;
    }

    /// <summary>One or two changes of the tree: elements removed, copied, moved or renamed, attributes removed, changed or added, comments and instructions put into texts.</summary>
    private static string MutateTree(string xml, Random random)
    {
        var document = TestIdp.Load(xml);
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var all = document.SelectNodes("//*")!.OfType<XmlElement>().ToArray();
            if (all.Length == 0)
            {
                break; // the root itself was taken away
            }

            var element = all[random.Next(all.Length)];
            var other = all[random.Next(all.Length)];
            try
            {
                Change(document, element, other, random);
            }
            catch (Exception impossible) when (impossible is InvalidOperationException or ArgumentException or XmlException)
            {
                continue; // an ancestor into its own child, a second root
            }
        }

        return document.OuterXml;
    }

    private static void Change(XmlDocument document, XmlElement element, XmlElement other, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                element.ParentNode!.RemoveChild(element);
                break;
            case 1:
                other.AppendChild(element.CloneNode(deep: true));
                break;
            case 2:
                other.AppendChild(element);
                break;
            case 3:
                element.ParentNode!.InsertBefore(element.CloneNode(deep: true), element);
                break;
            case 4:
                element.InnerText += "x";
                break;
            case 5:
                element.AppendChild(document.CreateComment("x"));
                break;
            case 6:
                element.PrependChild(document.CreateProcessingInstruction("x", "y"));
                break;
            case 7 when element.Attributes.Count > 0:
                element.Attributes.RemoveAt(random.Next(element.Attributes.Count));
                break;
            case 8 when element.Attributes.Count > 0:
                element.Attributes[random.Next(element.Attributes.Count)].Value += "x";
                break;
            default:
                element.SetAttribute(random.Next(2) == 0 ? "ID" : "x", "_assertion");
                break;
        }
    }
}
