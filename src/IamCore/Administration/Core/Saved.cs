namespace IamCore;

/// <summary>A stored object whose documents were checked when it was saved.</summary>
/// <typeparam name="T">The object.</typeparam>
/// <param name="Value">The object as stored.</param>
/// <param name="Findings">What is doubtful about the document that was passed; never a reason to refuse it (ID-002).</param>
public sealed record Saved<T>(T Value, ValueList<PolicyFinding> Findings) : Administration.IStored
    where T : DirectoryObject
{
    object Administration.IStored.At(long revision) => this with { Value = (T)(DirectoryObject)(Value with { Revision = revision }) };
}

/// <summary>Something doubtful in a policy document.</summary>
/// <param name="Code">Which doubt, for example <c>W-WildcardPrincipalInTrust</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Path">JSON path of the place.</param>
public sealed record PolicyFinding(string Code, string Message, string Path);
