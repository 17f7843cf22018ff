using System.Text;
using System.Text.Json;
using IamCore.Policies;
using IamCore.Policies.Linting;

namespace IamCore.Cli.Validation;

/// <summary>The policy documents inside a directory file, each validated as what it is there and found where it stands in the file.</summary>
internal static class DirectoryPolicies
{
    /// <summary>Sizes are checked by the quotas of the instance that stores the documents.</summary>
    private static readonly PolicyQuotas AnySize = new()
    {
        ManagedPolicy = int.MaxValue, TrustPolicy = int.MaxValue, ServiceControlPolicy = int.MaxValue, ResourceControlPolicy = int.MaxValue,
    };

    /// <summary>Whether a JSON text says of itself that it is a directory.</summary>
    /// <param name="utf8">The text without a byte order mark.</param>
    public static bool IsDirectory(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    return reader.ValueTextEquals("format"u8) && reader.Read() && reader.TokenType == JsonTokenType.String
                        && reader.GetString()!.StartsWith("iamcore-directory/", StringComparison.Ordinal);
                }
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What is found in the documents, in their order; in a directory that is not JSON to its end, that alone.</summary>
    /// <param name="utf8">The directory without a byte order mark.</param>
    /// <param name="options">How to validate; the type is that of each document.</param>
    public static ValueList<Finding> Validate(ReadOnlySpan<byte> utf8, ValidationOptions options)
    {
        if (!TryFind(utf8, out var documents))
        {
            return PolicyValidator.Validate(utf8, options);
        }

        var findings = new List<Finding>();
        foreach (var (start, end, type) in documents)
        {
            findings.AddRange(PolicyValidator.Validate(InPlace(utf8, start, end), options with { PolicyType = type, Quotas = AnySize }));
        }

        // A suppression is unused where no document used it.
        var unused = findings.Where(f => f.Code == "IAMCORE_UNUSED_SUPPRESSION").GroupBy(f => f.Message, StringComparer.Ordinal)
            .Where(g => g.Count() == documents.Count).Select(g => g.First());
        return [.. findings.Where(f => f.Code != "IAMCORE_UNUSED_SUPPRESSION"), .. unused];
    }

    /// <summary>The document with white space before it as far as it stands into the file, so that every place found is one of the file.</summary>
    private static string InPlace(ReadOnlySpan<byte> utf8, int start, int end)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(utf8[..start]));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\r' or '\n'))
            {
                text[i] = ' ';
            }
        }

        return text.Append(Encoding.UTF8.GetString(utf8[start..end])).ToString();
    }

    private static bool TryFind(ReadOnlySpan<byte> utf8, out List<(int Start, int End, PolicyType Type)> documents)
    {
        try
        {
            documents = Find(utf8);
            return true;
        }
        catch (JsonException)
        {
            documents = [];
            return false;
        }
    }

    private static List<(int Start, int End, PolicyType Type)> Find(ReadOnlySpan<byte> utf8)
    {
        var found = new List<(int Start, int End, PolicyType Type, string Owner)>();
        var reader = new Utf8JsonReader(utf8);
        var controlType = PolicyType.Identity;
        var section = "";
        var owner = "";
        HashSet<string> boundaries = [], attached = [];
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var name = reader.GetString()!;
            var depth = reader.CurrentDepth;
            reader.Read();
            if (depth == 1)
            {
                section = name;
            }
            else if (depth == 3 && name == "id")
            {
                owner = $"ManagedPolicy/{reader.GetString()}";
            }
            else if (name == "permissionsBoundary")
            {
                boundaries.Add(reader.GetString()!);
            }
            else if (name == "attachedPolicies")
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    attached.Add(reader.GetString()!);
                }
            }
            else if (section == "controlPolicies" && name == "type" && reader.TokenType == JsonTokenType.String)
            {
                controlType = reader.ValueTextEquals("ResourceControl"u8) ? PolicyType.ResourceControl : PolicyType.ServiceControl;
            }
            else if (name is "document" or "trustPolicy")
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var type = name == "trustPolicy" ? PolicyType.Trust : section == "controlPolicies" ? controlType : PolicyType.Identity;
                found.Add((start, (int)reader.BytesConsumed, type, owner));
            }
        }

        // A managed policy that is nothing but a boundary is judged as one (VA-003).
        boundaries.ExceptWith(attached);
        return found.ConvertAll(d => (d.Start, d.End, boundaries.Contains(d.Owner) ? PolicyType.PermissionsBoundary : d.Type));
    }
}
