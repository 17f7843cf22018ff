namespace IamCore.AspNetCore.Resources;

/// <summary>The host's way from its objects of one type to resources.</summary>
internal sealed record ResourceNaming(Type Type, Func<object, IamResource> Name);
