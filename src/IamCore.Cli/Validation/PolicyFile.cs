using System.Text;
using IamCore.Policies;
using IamCore.Policies.Linting;

namespace IamCore.Cli.Validation;

/// <summary>A policy file with what was found in it.</summary>
/// <param name="Path">The path as given, or below the folder given, with forward slashes.</param>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Findings">The findings in their order.</param>
internal sealed record PolicyFile(string Path, string Text, ValueList<Finding> Findings)
{
    /// <summary>The text of a line, from 1, without its end; lines end as the validator counts them (VA-012).</summary>
    public string LineAt(int line)
    {
        var start = 0;
        for (var at = 1; at < line; at++)
        {
            var end = Text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return "";
            }

            start += end + (Text.AsSpan(start + end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        var length = Text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? Text[start..] : Text.Substring(start, length);
    }

    /// <summary>Reads and validates a file: a policy, or a directory with all its policies.</summary>
    public static PolicyFile Validate(string path, byte[] utf8, ValidationOptions options)
    {
        var content = utf8.AsSpan().StartsWith("\uFEFF"u8) ? utf8.AsSpan(3) : utf8;
        var findings = DirectoryPolicies.IsDirectory(content) ? DirectoryPolicies.Validate(content, options) : PolicyValidator.Validate(content, options);
        return new PolicyFile(path, Encoding.UTF8.GetString(content), findings);
    }
}
