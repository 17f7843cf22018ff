using IamCore.Policies.Linting;

namespace IamCore.Administration;

/// <summary>Something doubtful in a policy document.</summary>
/// <param name="Code">Which doubt: a code of <see cref="PolicyValidator"/>, or one of the directory's own such as <c>UnregisteredService</c>.</param>
/// <param name="Type">How grave it is.</param>
/// <param name="Message">What is wrong and how to repair it.</param>
/// <param name="Path">JSON path of the place.</param>
public sealed record PolicyFinding(string Code, FindingType Type, string Message, string Path)
{
    /// <summary>Line of the place, from 1; 0 where only the path is known.</summary>
    public int Line { get; init; }

    /// <summary>Column of the place, from 1, in UTF-16 code units; 0 where only the path is known.</summary>
    public int Column { get; init; }

    internal static PolicyFinding Of(Finding finding) =>
        new(finding.Code, finding.Type, finding.Message, finding.Path) { Line = finding.Line, Column = finding.Column };
}
