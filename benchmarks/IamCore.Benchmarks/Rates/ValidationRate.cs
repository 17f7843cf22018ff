using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IamCore.Policies;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;

namespace IamCore.Benchmarks.Rates;

/// <summary>How much policy text the validator reads in a second, with the checks for AWS's services and a catalog of the ten services used most.</summary>
internal sealed class ValidationRate
{
    private const int Services = 10;
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(500);

    private readonly byte[][] _documents;
    private readonly ValidationOptions _options;

    /// <param name="documents">Identity policies in UTF-8.</param>
    public ValidationRate(IEnumerable<byte[]> documents)
    {
        _documents = [.. documents];
        _options = new ValidationOptions(PolicyType.Identity) { Catalog = CatalogOf(_documents), Packs = RulePacks.Core | RulePacks.Aws };
    }

    /// <summary>Bytes of all documents.</summary>
    public long Bytes => _documents.Sum(d => (long)d.Length);

    /// <summary>How many documents there are.</summary>
    public int Count => _documents.Length;

    /// <summary>The policies of a file of JSON lines: each a document, or an object with one as its <c>document</c>.</summary>
    public static ValidationRate FromLines(string path) => new(File.ReadLines(path).Where(l => l.Length > 0).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var document = json.RootElement.TryGetProperty("document", out var inner) ? inner : json.RootElement;
        return JsonSerializer.SerializeToUtf8Bytes(document);
    }));

    /// <summary>Validates the documents one after the other; gives how much was found.</summary>
    public int Validate()
    {
        var found = 0;
        foreach (var document in _documents)
        {
            found += PolicyValidator.Validate(document, _options).Count;
        }

        return found;
    }

    /// <summary>Validates one document.</summary>
    public int Validate(int index) => PolicyValidator.Validate(_documents[index], _options).Count;

    /// <summary>The median of a few rounds, as a sentence.</summary>
    public string Measure()
    {
        var found = Validate();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            Validate(); // until all of it runs as finally compiled
        }

        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            long passes = 0;
            var start = Stopwatch.GetTimestamp();
            do
            {
                Validate();
                passes++;
            }
            while (Stopwatch.GetElapsedTime(start) < RoundLength);

            rates.Add(Bytes * passes / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e6);
        }

        rates.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} policies, {Bytes / 1e6:F2} MB, {found} findings: {rates[Rounds / 2]:F1} MB/s ({rates[0]:F1} to {rates[^1]:F1}), one thread");
    }

    /// <summary>A catalog of the services that the documents name most, with every action, key and form of ARN that they name.</summary>
    private static ServiceCatalog CatalogOf(byte[][] documents)
    {
        var texts = documents.SelectMany(TextsOf).ToList();
        var actions = texts.Where(t => t.Split(':') is [{ Length: > 0 } service, { Length: > 0 }] && service.All(char.IsAsciiLetterLower)).Distinct(StringComparer.OrdinalIgnoreCase)
            .GroupBy(t => t.Split(':')[0]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Services);
        var builder = ServiceCatalog.CreateBuilder();
        foreach (var service in actions)
        {
            builder.Service(service.Key, s =>
            {
                string[] types = [.. texts.Select(t => t.Split(':', 6)).Where(a => a is ["arn", _, _, _, _, _] && a[2] == service.Key)
                    .Select(a => a[5].Split('/')[0]).Where(t => t.All(char.IsAsciiLetterOrDigit) && t.Length > 0).Distinct().Take(20)];
                foreach (var type in types)
                {
                    s.Resource(type, $"arn:${{Partition}}:{service.Key}:${{Region}}:${{Account}}:{type}/${{Name}}", "aws:ResourceTag/${TagKey}");
                }

                s.Resource("any", "*", "aws:ResourceTag/${TagKey}");
                foreach (var name in service.Select(a => a[(a.IndexOf(':', StringComparison.Ordinal) + 1)..]).Where(n => n.All(char.IsAsciiLetterOrDigit)))
                {
                    s.Action(name, AccessLevel.Write, ["any", .. types], ["aws:RequestTag/${TagKey}", "aws:TagKeys"]);
                }

                s.With(c => c with { Complete = false });
            });
        }

        return builder.Build();
    }

    private static List<string> TextsOf(byte[] document)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(document);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }
        }

        return texts;
    }
}
