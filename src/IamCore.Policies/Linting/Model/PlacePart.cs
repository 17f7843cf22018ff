namespace IamCore.Policies.Linting.Model;

/// <summary>The tokens of a node.</summary>
internal enum PlacePart : byte
{
    Value,
    Name,
    Opening,
}
