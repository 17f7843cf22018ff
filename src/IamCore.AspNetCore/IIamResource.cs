namespace IamCore.AspNetCore;

/// <summary>An object of the host that is a resource, for <c>IAuthorizationService</c> and for filters.</summary>
public interface IIamResource
{
    /// <summary>The object as a resource. Cheap, and the same as long as the object is.</summary>
    IamResource ToIamResource();
}
