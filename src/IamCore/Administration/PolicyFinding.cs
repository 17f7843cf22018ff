using IamCore.Policies.Linting;

namespace IamCore.Administration;

/// <summary>A problem or doubt found in a policy document when it was stored.</summary>
/// <param name="Code">
/// The code of the finding: one of <see cref="PolicyValidator"/>'s, or one of the directory's own such as <c>UnregisteredService</c>.
/// </param>
/// <param name="Type">How serious it is.</param>
/// <param name="Message">What is wrong and how to fix it.</param>
/// <param name="Path">The JSON path of the element.</param>
public sealed record PolicyFinding(string Code, FindingType Type, string Message, string Path)
{
    /// <summary>The line of the element, counted from 1; 0 if only the path is known.</summary>
    public int Line { get; init; }

    /// <summary>The column of the element in UTF-16 code units, counted from 1; 0 if only the path is known.</summary>
    public int Column { get; init; }

    internal static PolicyFinding Of(Finding finding) =>
        new(finding.Code, finding.Type, finding.Message, finding.Path) { Line = finding.Line, Column = finding.Column };
}
