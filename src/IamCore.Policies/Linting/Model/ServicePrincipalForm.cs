using System.Buffers;

namespace IamCore.Policies.Linting.Model;

/// <summary>Names of service principals (VA-117).</summary>
internal static class ServicePrincipalForm
{
    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The usual form, for messages.</summary>
    public const string Expected = "name.amazonaws.com, name.region.amazonaws.com or one that the catalog declares";

    /// <summary>The form of <c>kms:ViaService</c>, for messages.</summary>
    public const string ExpectedViaService = "name.region.amazonaws.com";

    /// <summary>
    /// Lower case, one or more labels before <c>.amazonaws.com</c> or <c>.amazonaws.com.cn</c>. More than two labels occur among AWS's own
    /// (<c>member.org.stacksets.cloudformation.amazonaws.com</c>).
    /// </summary>
    public static bool IsAwsForm(ReadOnlySpan<char> name) => LabelsBeforeSuffix(name) >= 1;

    /// <summary>The form that <c>kms:ViaService</c> needs: at least a name and a region.</summary>
    public static bool IsRegionalForm(ReadOnlySpan<char> name) => LabelsBeforeSuffix(name) >= 2;

    private static int LabelsBeforeSuffix(ReadOnlySpan<char> name)
    {
        foreach (var suffix in (ReadOnlySpan<string>)[".amazonaws.com", ".amazonaws.com.cn"])
        {
            if (!name.EndsWith(suffix, StringComparison.Ordinal))
            {
                continue;
            }

            var labels = 0;
            foreach (var range in name[..^suffix.Length].Split('.'))
            {
                var label = name[range];
                if (label.IsEmpty || label.ContainsAnyExcept(LabelCharacters))
                {
                    return 0;
                }

                labels++;
            }

            return labels;
        }

        return 0;
    }
}
