using IamCore.Model;

namespace IamCore.Administration;

/// <summary>The result of storing an object with a policy document that was validated on the way.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="Value">The object as stored.</param>
/// <param name="Findings">
/// The validator's findings about the document that did not prevent it from being stored (ID-002); empty if there are none.
/// </param>
public sealed record SaveResult<T>(T Value, ValueList<PolicyFinding> Findings) : IStored
    where T : DirectoryObject
{
    object IStored.At(long revision) => this with { Value = (T)(DirectoryObject)(Value with { Revision = revision }) };
}
